// A window and nothing else: what is measured is the page. Argument: the address to open.
const { app, BrowserWindow } = require("electron");

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { backgroundThrottling: false },
  });
  void window.loadURL(process.argv.at(-1));
});
