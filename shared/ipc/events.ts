import { z } from "zod";
import { commandIds } from "../commands/commands.ts";
import { Hint } from "../sync/protocol.ts";
import { Connection } from "./server.ts";
import { UpdateState } from "./updates.ts";

/**
 * What main tells the window without being asked. `server/stream`, `server/connection` and `updates/state` are states: a
 * listener gets the present one (if there has been one) as soon as it subscribes, then every change.
 */
export const events = {
  /** `collections` empty = only the head is known to have moved: anything may have changed. */
  "server/hint": Hint,
  /** The hint stream came up or went down. */
  "server/stream": z.object({ up: z.boolean() }),
  /** Entries up to `upto` have been on their way to the server. */
  "journal/sent": z.object({ upto: z.int() }),
  /** This device was connected (unattended enrolment too) or disconnected. */
  "server/connection": Connection,
  /** The disk is nearly full, or no longer so. */
  "disk/low": z.object({ low: z.boolean() }),
  /** How this copy stands to newer versions. */
  "updates/state": UpdateState,
  /** The machine falls asleep or its screen is locked: what is typed is to be kept, and the notebook locked. */
  "power/leaving": z.object({}),
  /** The window is about to close: what is under way is to be written, then `window/may-close` said. */
  "window/closing": z.object({}),
  /** Woken up, network changed, or unlocked: a good moment to sync. */
  "power/resumed": z.object({}),
  /** Something is to be opened: fetch it with `link/take`. It carries nothing, so that nothing is lost with a page. */
  "link/waiting": z.object({}),
  /** A menu entry was chosen. */
  "menu/command": z.object({ command: z.enum(commandIds) }),
} as const;
