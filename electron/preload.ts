import { contextBridge, ipcRenderer, webFrame } from "electron";
import type { Bridge } from "../shared/ipc/contract.ts";
import {
  eventNames,
  requestNames,
  stateEventNames,
} from "../shared/ipc/names.ts";
import type { Reply } from "../shared/ipc/reply.ts";
import type { ServerAnswer } from "../shared/ipc/server.ts";

// A state may be told before the page listens: the last word is kept for it.
const states = new Map<string, unknown>();
for (const name of stateEventNames)
  ipcRenderer.on(name, (_event, payload: unknown) => states.set(name, payload));

const bridge: Bridge = {
  invoke: async (name, input) => {
    if (!requestNames.includes(name)) throw new Error(`no request ${name}`);
    const reply = (await ipcRenderer.invoke(name, input)) as Reply;
    if (!reply.ok) throw new Error(`${reply.kind}: ${reply.message}`);
    if (FROM_SERVER.includes(name)) putOff(reply.value as ServerAnswer);
    return reply.value as never;
  },
  on: (name, listener) => {
    if (!eventNames.includes(name)) throw new Error(`no event ${name}`);
    const hear = (_event: unknown, payload: unknown) =>
      listener(payload as never);
    ipcRenderer.on(name, hear);
    if (states.has(name)) listener(states.get(name) as never);
    return () => {
      ipcRenderer.off(name, hear);
    };
  },
};

contextBridge.exposeInMainWorld("bridge", bridge);

/** So long after the last key, click or scrolling nobody waits for anything. */
const REST_MS = 8_000;
/** Synchronisation works on while nobody is there. */
const AGAIN_MS = 5 * 60_000;

// A worker at rest keeps what it no longer needs, tens of megabytes of it: V8 looks for that only while it works.
let rest: NodeJS.Timeout | undefined;
let due = 0;
function tidyAfter(ms: number): void {
  clearTimeout(rest);
  due = performance.now() + ms;
  rest = setTimeout(() => {
    webFrame.clearCache();
    tidyAfter(AGAIN_MS);
  }, ms);
}
const FROM_SERVER: readonly string[] = ["server/post", "server/snapshot-part"];
/** While answers come, as they do for minutes during a first sync, what is about to begin waits; nothing is brought forward. */
function putOff({ status }: Pick<ServerAnswer, "status">): void {
  if (status === "ok" && due < performance.now() + REST_MS) tidyAfter(REST_MS);
}
// The types of this process know no window.
const page = globalThis as unknown as {
  addEventListener(name: string, hear: () => void, capture: true): void;
};
for (const name of ["keydown", "pointerdown", "scroll"])
  page.addEventListener(name, () => tidyAfter(REST_MS), true);
tidyAfter(REST_MS);
