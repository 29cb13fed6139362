import { app } from "electron";
import { linkOf } from "../os/deep-link.ts";
import type { LinkInbox } from "../os/link-inbox.ts";

/** macOS tells a running or a starting app by events, not by arguments. */
export function listenForMacLinks(links: Pick<LinkInbox, "add">): void {
  const open = (event: Electron.Event, text: string) => {
    event.preventDefault();
    const link = linkOf(text, "/");
    if (link) links.add([link]);
  };
  app.on("open-url", open);
  app.on("open-file", open);
}
