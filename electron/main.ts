import { app, BrowserWindow } from "electron";
import path from "node:path";
import { listenForMacLinks } from "./desk/mac-links.ts";
import { createPublisher } from "./ipc/publish.ts";
import { readStartOptions } from "./os/command-line.ts";
import { linksIn } from "./os/deep-link.ts";
import { createLinkInbox } from "./os/link-inbox.ts";
import { claimProfile } from "./os/single-instance.ts";
import { profilePaths } from "./profile-paths.ts";
import { registerAppScheme } from "./protocol.ts";
import { lockPages } from "./security.ts";
import { start } from "./start.ts";
import { createWarn } from "./warn.ts";
import { showWindow } from "./window.ts";

const { warn, writeTo } = createWarn();

// Before anything asks where the profile is.
app.setName("Carnet");
const options = readStartOptions(
  (name) => app.commandLine.getSwitchValue(name),
  process.env,
  warn,
);
if (options.userDataDir)
  app.setPath("userData", path.resolve(options.userDataDir));

const publisher = createPublisher((channel, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows())
    webContents.send(channel, payload);
});
const links = createLinkInbox(() => publisher.publish("link/waiting", {}));

const isFirst = claimProfile(app, ({ argv, workingDirectory }) => {
  showWindow();
  links.add(linksIn(argv, workingDirectory));
});
if (isFirst) {
  links.add(linksIn(process.argv, process.cwd()));
  listenForMacLinks(links);
  registerAppScheme();
  lockPages();
  app.on("window-all-closed", () => app.quit());
  const paths = profilePaths(app.getPath("userData"));
  start({ options, paths, publisher, links, warn, writeTo }).catch(
    (error: unknown) => warn(`start: ${String(error)}`),
  );
} else {
  app.quit();
}
