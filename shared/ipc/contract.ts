import type { z } from "zod";
import { appRequests } from "./app.ts";
import { backupRequests } from "./backup.ts";
import { erasureRequests } from "./erasures.ts";
import type { events } from "./events.ts";
import { fileRequests } from "./files.ts";
import { journalRequests } from "./journal.ts";
import { notebookRequests } from "./notebook.ts";
import { serverRequests } from "./server.ts";
import { settingsRequests } from "./settings.ts";
import { updateRequests } from "./updates.ts";
import { vaultRequests } from "./vault.ts";

/** The one IPC contract. Preload, main and renderer all walk this list; nothing else crosses the bridge. */
export const requests = {
  ...appRequests,
  ...settingsRequests,
  ...vaultRequests,
  ...notebookRequests,
  ...journalRequests,
  ...serverRequests,
  ...fileRequests,
  ...backupRequests,
  ...erasureRequests,
  ...updateRequests,
} as const;

export type RequestName = keyof typeof requests;
export type Input<N extends RequestName> = z.infer<
  (typeof requests)[N]["input"]
>;
export type Output<N extends RequestName> = z.infer<
  (typeof requests)[N]["output"]
>;
export type Handlers = {
  readonly [N in RequestName]: (input: Input<N>) => Promise<Output<N>>;
};
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

/** `window.bridge`: all that the renderer sees of the main process. */
export interface Bridge {
  invoke<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>>;
  on<N extends EventName>(
    name: N,
    listener: (payload: EventPayload<N>) => void,
  ): () => void;
}
