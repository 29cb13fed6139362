import { z } from "zod";
import { FileWritten } from "./files.ts";
import { request } from "./request.ts";

/** What the window asks of the program itself and of the desktop around it. */

export const AppInfo = z.object({
  version: z.string(),
  electron: z.string(),
  /** False only in a build made without sealing. */
  sealed: z.boolean(),
  userDataDir: z.string(),
  /** What this computer is called: the name that is proposed for the device at a server. */
  hostName: z.string(),
  /** What the person is called in full, as far as this computer knows; "" = it does not. */
  userName: z.string(),
  dev: z.boolean(),
  /** The last starts have come to nothing: this one asks before it does anything. */
  careful: z.boolean(),
});
export type AppInfo = z.infer<typeof AppInfo>;

/** What the operating system asked the app to open: `carnet://contact/ID`, or a vCard file. */
export const OpenedLink = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("contact"), id: z.uuid() }),
  /** The key of the whole machine: a visit is to be written up. */
  z.object({ kind: z.literal("visit") }),
  /** From a notification; null = the list of tasks. */
  z.object({ kind: z.literal("task"), id: z.uuid().nullable() }),
  /** Read it piece by piece, with `link/read`; `bytes` is its size. */
  z.object({
    kind: z.literal("file"),
    key: z.uuid(),
    name: z.string(),
    bytes: z.int(),
  }),
  /** To be opened with `backup/open`; `key` as of `backup/choose`. */
  z.object({
    kind: z.literal("backup"),
    key: z.uuid(),
    name: z.string(),
    bytes: z.int(),
  }),
  /** More than 50 MB, or gone, or not ours to read. */
  z.object({
    kind: z.literal("unread-file"),
    name: z.string(),
    reason: z.enum(["too-large", "unreadable"]),
  }),
]);
export type OpenedLink = z.infer<typeof OpenedLink>;

/** A task to be told of; `at` in Unix milliseconds. */
export const Reminder = z.strictObject({
  id: z.uuid(),
  at: z.int().min(0),
  title: z.string().max(200),
  body: z.string().max(300),
});
export type Reminder = z.infer<typeof Reminder>;

const nothing = z.undefined();

export const appRequests = {
  "app/info": request(nothing, AppInfo),
  /** Something is to be seen: the start has come to something. */
  "app/shown": request(nothing, z.object({})),
  /** The page has written what was under way: the answer to `window/closing`. */
  "window/may-close": request(nothing, z.object({})),
  /** What helps to find out what is wrong: versions, sizes, counts, the end of the log; nobody's data. */
  "app/diagnostics": request(nothing, z.object({ text: z.string() })),
  "app/open-logs": request(nothing, z.object({ opened: z.boolean() })),
  /** Hands a business card to whatever the pointer is let go over; its file is gone a minute later. */
  "drag/start": request(
    z.strictObject({
      name: z.string().max(120),
      card: z.string().max(20_000_000).startsWith("BEGIN:VCARD"),
    }),
    z.object({}),
  ),
  /** What the page shows on paper, as a PDF in A4 where the person says. */
  "page/save-pdf": request(
    z.strictObject({ name: z.string().min(1).max(200) }),
    FileWritten,
  ),
  /** The system's own print dialog for what the page shows on paper; answers when it is closed. */
  "page/print": request(nothing, z.object({ printed: z.boolean() })),
  "shell/open": request(
    z.strictObject({ url: z.string().max(2000) }),
    z.object({ opened: z.boolean() }),
  ),
  /** All that the system is to remind of, in place of what was planned before; each is shown once. */
  "reminders/plan": request(
    z.strictObject({ reminders: z.array(Reminder).max(50) }),
    z.object({}),
  ),
  /** What Undo and Redo would take next, for the Edit menu; null = nothing, or no words for it yet. */
  "menu/name-undo": request(
    z.strictObject({
      undo: z.string().max(300).nullable(),
      redo: z.string().max(300).nullable(),
    }),
    z.object({}),
  ),
  /** What is to be opened, each handed out once: asked when the notebook opens, and at every `link/waiting`. */
  "link/take": request(nothing, z.array(OpenedLink)),
  /**
   * At most a megabyte of a file of `link/take`, from a byte on: neither side is held up by a large one. Null when the
   * file cannot be read any more or was changed meanwhile. A `key` ends with its file's last byte.
   */
  "link/read": request(
    z.strictObject({ key: z.uuid(), from: z.int().min(0) }),
    z.object({ piece: z.instanceof(Uint8Array).nullable() }),
  ),
} as const;
