import { app, BrowserWindow, session } from 'electron';
import path from 'node:path';
import { handleAppScheme, ORIGIN, registerAppScheme } from './protocol.ts';

registerAppScheme();

void app.whenReady().then(async () => {
  handleAppScheme(session.defaultSession, path.join(__dirname, '..', 'renderer'));
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    title: 'Carnet',
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  await window.loadURL(`${ORIGIN}/`);
});

app.on('window-all-closed', () => {
  app.quit();
});
