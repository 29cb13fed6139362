import { Notification } from "electron";
import type { Notice } from "./reminders.ts";

/** Until they are clicked or closed: a notification that is forgotten is not told of its click. */
const open = new Set<Notification>();

/** A notification of the operating system; where there is none nothing happens. */
export function showNotice({ title, body, open: onOpen }: Notice): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  const forget = () => open.delete(notification);
  open.add(notification);
  notification.on("click", () => {
    forget();
    onOpen();
  });
  notification.on("close", forget);
  notification.show();
}
