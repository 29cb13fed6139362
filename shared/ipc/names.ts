import type { EventName, RequestName } from "./contract.ts";

/*
 * The names of the contract and nothing else: the preload script exposes them without carrying zod along. A name that
 * is missing here or too many does not compile.
 */

const requestTable: { readonly [N in RequestName]: true } = {
  "app/info": true,
  "app/shown": true,
  "window/may-close": true,
  "app/diagnostics": true,
  "app/open-logs": true,
  "settings/read": true,
  "settings/write": true,
  "vault/open": true,
  "vault/unlock": true,
  "vault/recover": true,
  "vault/lock": true,
  "vault/protect": true,
  "vault/new-recovery": true,
  "vault/keep-recovery": true,
  "vault/start-afresh": true,
  "notebook/state": true,
  "notebook/export-unsent": true,
  "store/set-aside": true,
  "store/known": true,
  "store/mark": true,
  "drafts/keep": true,
  "drafts/kept": true,
  "snapshots/begin": true,
  "snapshots/add": true,
  "snapshots/finish": true,
  "snapshots/read": true,
  "journal/read": true,
  "journal/size": true,
  "journal/append": true,
  "journal/append-again": true,
  "journal/entries": true,
  "journal/acknowledge": true,
  "journal/arrange": true,
  "journal/note-merged": true,
  "sync/read-log": true,
  "sync/write-log": true,
  "numbers/take": true,
  "numbers/left": true,
  "numbers/add-lease": true,
  "server/connection": true,
  "server/connect": true,
  "server/disconnect": true,
  "server/post": true,
  "server/snapshot-part": true,
  "devices/list": true,
  "devices/revoke": true,
  "server/renew-identity": true,
  "server/history": true,
  "clock/offset": true,
  "files/add": true,
  "files/read": true,
  "files/save": true,
  "files/standing": true,
  "files/refused": true,
  "files/waiting": true,
  "file/save": true,
  "page/save-pdf": true,
  "page/print": true,
  "shell/open": true,
  "menu/name-undo": true,
  "link/take": true,
  "link/read": true,
};

/** True = a state: a late listener is told the present one. */
const eventTable: { readonly [N in EventName]: boolean } = {
  "server/hint": false,
  "server/stream": true,
  "journal/sent": true,
  "server/connection": true,
  "disk/low": true,
  "power/leaving": false,
  "window/closing": false,
  "power/resumed": false,
  "link/waiting": false,
  "menu/command": false,
};

export const requestNames = Object.keys(requestTable) as readonly RequestName[];
export const eventNames = Object.keys(eventTable) as readonly EventName[];
export const stateEventNames = eventNames.filter((name) => eventTable[name]);
