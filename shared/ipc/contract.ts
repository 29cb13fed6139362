import { z } from "zod";
import {
  DeviceInfo,
  Group,
  GroupResult,
  Hint,
  LeaseAnswer,
  UserInfo,
} from "../sync/protocol.ts";
import { Id } from "../entities/fields.ts";
import { MAX_FILE_BYTES, Sha256 } from "../entities/file.ts";
import { SnapshotPart } from "../sync/snapshot.ts";
import { backupRequests } from "./backup.ts";
import { erasureRequests } from "./erasures.ts";
import { request } from "./request.ts";

/** The one IPC contract. Preload, main and renderer all walk this list; nothing else crosses the bridge. */

export const LocalSettings = z.strictObject({
  language: z.enum(["fr-CH", "de-CH", "it-CH", "en"]),
  theme: z.enum(["system", "light", "dark"]),
  /** 1–60, or 0 = only by hand. */
  syncEveryMinutes: z.int().min(0).max(60),
  workOffline: z.boolean(),
  /** `YYYY-MM-DD`: what "today" means for entry; null = the machine's day. */
  workDate: z.string().nullable(),
  /** The person chose to start without a server; the connect screen is then not shown at start. */
  connectLater: z.boolean(),
  /** The first steps on Today were put away. */
  hideFirstSteps: z.boolean().optional(),
  /** The notebook locks itself after so many minutes without a key or a click; 0 = never. */
  lockAfterMinutes: z.int().min(0).max(240),
  /** Absent = yes: a notification of the system when a task is due. */
  taskReminders: z.boolean().optional(),
  /** Keys of the person's own choice, by command. */
  shortcuts: z.record(z.string().max(40), z.string().max(40)).optional(),
});
export type LocalSettings = z.infer<typeof LocalSettings>;

/** Where the data key comes from. `locked`: a passphrase is needed (`first`: none has been chosen yet). */
export const VaultState = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("open"),
    storeKey: z.instanceof(Uint8Array),
    protectedBy: z.enum(["keystore", "passphrase"]),
    /** There is a recovery code, which opens it too. */
    recovery: z.boolean(),
  }),
  /** `by` the keystore only after a lock: then it opens as soon as the person wants it. */
  z.object({
    kind: z.literal("locked"),
    first: z.boolean(),
    by: z.enum(["keystore", "passphrase"]),
    recovery: z.boolean(),
  }),
  z.object({ kind: z.literal("wrong-passphrase") }),
  z.object({ kind: z.literal("wrong-code") }),
  /**
   * The key is there but cannot be had: the system's keystore that wrapped it does not answer, or the vault's file is
   * damaged or gone while sealed data is not. Nothing is changed and no new key is made.
   */
  z.object({
    kind: z.literal("unavailable"),
    reason: z.enum(["keystore-missing", "damaged"]),
    recovery: z.boolean(),
  }),
  /** The server revoked this device: the key is destroyed, and with it `unsent` entries that nobody else has. */
  z.object({ kind: z.literal("erased"), unsent: z.int() }),
]);
export type VaultState = z.infer<typeof VaultState>;

/** What became of the wish to have the notebook opened in another way. */
export const Protection = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("done"),
    protectedBy: z.enum(["keystore", "passphrase"]),
  }),
  z.object({
    status: z.enum(["wrong-passphrase", "no-keystore", "failed"]),
  }),
]);
export type Protection = z.infer<typeof Protection>;

const Passphrase = z.string().min(8).max(1000);

/** Whether what is behind the key can be used. In the other cases nothing of it has been touched. */
export const NotebookState = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  /** Written by a later version; `unsent` entries can be exported. */
  z.object({ kind: z.literal("newer-version"), unsent: z.int() }),
  z.object({ kind: z.literal("failed"), details: z.string() }),
]);
export type NotebookState = z.infer<typeof NotebookState>;

/** `file`: where it is now. */
export const ExportResult = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), file: z.string() }),
  z.object({ status: z.literal("canceled") }),
  z.object({ status: z.literal("failed") }),
]);
export type ExportResult = z.infer<typeof ExportResult>;

/** A saved intention, as the journal holds it. `label` names the screen action for the outbox (an i18n key). */
export const JournalEntry = Group.extend({
  at: z.number(),
  label: z.string().max(60),
  /** Set when the server refused it: kept until the person has dealt with it. */
  refused: z.object({ code: z.string(), message: z.string() }).optional(),
  /**
   * Nobody's intention: a document that a restored server has lost, sent back whole. Should the server refuse it, there
   * is nothing to ask the person.
   */
  again: z.literal(true).optional(),
  /** Keeps the number of an intention that was set aside, and changes nothing. */
  empty: z.literal(true).optional(),
  /** Not sent: for now, or discarded (kept for 30 days, so that it can be put back). */
  aside: z
    .object({
      as: z.enum(["held", "discarded"]),
      at: z.number(),
      /** Where it goes when a discarded one is put back. */
      from: z.enum(["waiting", "held", "refused"]),
      /** Mutation id of the empty entry that stands for it; none for one that the server has refused. */
      slot: z.string().optional(),
    })
    .optional(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/**
 * A field that somebody else changed while this device had unsent work on the same document, merged without asking
 * anybody; `path` as in an operation, or `set/ELEMENT`; null = absent.
 */
export const MergedField = z.object({
  c: z.string().max(40),
  id: Id,
  path: z.string().max(300),
  /** What this device showed before, and what came. */
  before: z.json(),
  after: z.json(),
  /** The version of the document that brought it; with the document and the path it is the item's key. */
  seq: z.int(),
  /** When it came, Unix ms by this machine's clock. */
  at: z.number(),
  /** Who wrote it and when, once the server has told. */
  by: z.string().max(200).optional(),
  writtenAt: z.number().optional(),
});
export type MergedField = z.infer<typeof MergedField>;

export const JournalState = z.object({
  /** Entries the server has not processed yet, oldest first. */
  pending: z.array(JournalEntry),
  /** Entries the server refused and nobody has dealt with. */
  refused: z.array(JournalEntry),
  /** Set aside by the person, oldest first. */
  held: z.array(JournalEntry),
  discarded: z.array(JournalEntry),
  /** Of the last 30 days, oldest first. */
  merged: z.array(MergedField),
  lastD: z.int(),
  acked: z.int(),
  /** Entries up to here have been on their way to a server: they can no longer be set aside or moved. */
  sent: z.int(),
  /** Bytes cut from a torn tail at this start; 0 in normal life. */
  tornBytes: z.int(),
});
export type JournalState = z.infer<typeof JournalState>;

/** `SyncLog` of the engine, as it is kept from one start to the next. */
export const SyncLog = z.object({
  lastSuccess: z.number().nullable(),
  runs: z.array(
    z.object({
      at: z.number(),
      ok: z.boolean(),
      sent: z.int(),
      received: z.int(),
      ms: z.number(),
      problem: z.string().optional(),
    }),
  ),
  comparedAt: z.number().nullable(),
  doubted: z.boolean(),
});
export type SyncLog = z.infer<typeof SyncLog>;
/**
 * What a person does with intentions, named by their mutation ids; what they cannot be parted from goes along. `resume`
 * sends what was held or refused, and puts back what was discarded; `resend` sends a refused one with other operations.
 */
export const Arrangement = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.enum(["hold", "discard", "resume", "send-first"]),
    ms: z.array(Id).min(1).max(20_000),
  }),
  z.strictObject({ do: z.literal("resend"), m: Id, ops: Group.shape.ops }),
]);
export type Arrangement = z.infer<typeof Arrangement>;

export const Arranged = z.object({
  /** `transmitted`: one of them is on its way to the server or may have reached it; `failed`: the disk refused. */
  status: z.enum(["done", "transmitted", "failed"]),
  /** The intentions concerned, as they are now; of those that are sent again the new entries. */
  moved: z.array(JournalEntry),
  state: JournalState,
});
export type Arranged = z.infer<typeof Arranged>;

export const AppendResult = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), entry: JournalEntry }),
  z.object({
    status: z.literal("failed"),
    reason: z.enum(["disk-full", "io"]),
  }),
]);
export type AppendResult = z.infer<typeof AppendResult>;

/** Who this device works for; null until it was connected. */
export const Connection = z
  .object({
    url: z.string(),
    tenantId: z.string(),
    deviceId: z.string(),
    /** As typed when connecting; absent on devices connected before it was kept. */
    deviceName: z.string().optional(),
    user: UserInfo,
  })
  .nullable();
export type Connection = z.infer<typeof Connection>;

/** An answer of the server, or why there is none. Tokens never cross the bridge. */
export const ServerAnswer = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("ok"),
    body: z.unknown(),
    receivedAt: z.number(),
  }),
  z.object({
    status: z.literal("refused"),
    http: z.int(),
    code: z.string(),
    message: z.string(),
    retryAfterMs: z.number().optional(),
  }),
  z.object({ status: z.literal("unreachable"), reason: z.string() }),
  z.object({ status: z.literal("not-connected") }),
]);
export type ServerAnswer = z.infer<typeof ServerAnswer>;

const [Answered, ...others] = ServerAnswer.options;
/**
 * As `ServerAnswer`, the body as JSON (packed-answer.ts): a bridge copies a thousand documents member by member, which
 * would hold the window for longer than a frame, and one text at once.
 */
export const PackedAnswer = z.discriminatedUnion("status", [
  Answered.extend({ body: z.string() }),
  ...others,
]);
export type PackedAnswer = z.infer<typeof PackedAnswer>;

export const ConnectResult = z.discriminatedUnion("status", [
  z.object({ status: z.literal("connected"), connection: Connection.unwrap() }),
  z.object({
    status: z.literal("failed"),
    reason: z.enum([
      "bad-address",
      "unreachable",
      "not-carnet",
      "bad-code",
      "too-old",
      "refused",
    ]),
    detail: z.string(),
  }),
]);
export type ConnectResult = z.infer<typeof ConnectResult>;

export const AppInfo = z.object({
  version: z.string(),
  electron: z.string(),
  /** False only in a build made without sealing. */
  sealed: z.boolean(),
  userDataDir: z.string(),
  /** What this computer is called: the name that is proposed for the device at a server. */
  hostName: z.string(),
  dev: z.boolean(),
  /** The last starts have come to nothing: this one asks before it does anything. */
  careful: z.boolean(),
});
export type AppInfo = z.infer<typeof AppInfo>;

/** What the operating system asked the app to open: `carnet://contact/ID`, or a vCard file. */
export const OpenedLink = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("contact"), id: z.uuid() }),
  /** From a notification; null = the list of tasks. */
  z.object({ kind: z.literal("task"), id: z.uuid().nullable() }),
  /** Read it piece by piece, with `link/read`; `bytes` is its size. */
  z.object({
    kind: z.literal("file"),
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

/** `failed`: the disk refused; else the person changed their mind. */
const FileWritten = z.object({
  saved: z.boolean(),
  failed: z.boolean().optional(),
});

export const requests = {
  "app/info": request(nothing, AppInfo),
  /** Something is to be seen: the start has come to something. */
  "app/shown": request(nothing, z.object({})),
  /** What helps to find out what is wrong: versions, sizes, counts, the end of the log; nobody's data. */
  /** The page has written what was under way: the answer to `window/closing`. */
  "window/may-close": request(nothing, z.object({})),
  "app/diagnostics": request(nothing, z.object({ text: z.string() })),
  "app/open-logs": request(nothing, z.object({ opened: z.boolean() })),
  "settings/read": request(nothing, LocalSettings),
  "settings/write": request(LocalSettings.partial(), LocalSettings),
  /** Opens the vault with the keystore, or says that a passphrase is needed. */
  "vault/open": request(nothing, VaultState),
  /** Null: with the keystore, after a lock. */
  "vault/unlock": request(
    z.strictObject({ passphrase: Passphrase.nullable() }),
    VaultState,
  ),
  /** With the recovery code; from then on the new passphrase opens it. */
  "vault/recover": request(
    z.strictObject({ code: z.string().max(100), passphrase: Passphrase }),
    VaultState,
  ),
  /** Closes everything, forgets the key and loads the page again. */
  "vault/lock": request(nothing, z.object({})),
  /** Another passphrase, or (null) the keystore; `present` where a passphrase is the present one. */
  "vault/protect": request(
    z.strictObject({
      passphrase: Passphrase.nullable(),
      present: z.string().max(1000).nullable(),
    }),
    Protection,
  ),
  /** A new recovery code; it opens nothing before it is kept. */
  "vault/new-recovery": request(nothing, z.object({ code: z.string() })),
  /** The last letters of the new code, as a sign that the person has it. */
  "vault/keep-recovery": request(
    z.strictObject({ typed: z.string().max(100) }),
    z.object({ kept: z.boolean() }),
  ),
  /** After `erased`: a new notebook with a new key, as on the first day. Load the page again afterwards. */
  "vault/start-afresh": request(nothing, z.object({})),
  /** To be asked once the vault is open. */
  "notebook/state": request(nothing, NotebookState),
  /** Asks the person for a file, and writes what is unsent or refused into it, in clear. */
  "notebook/export-unsent": request(nothing, ExportResult),
  /** The readable copy is damaged: sets it aside and loads the page again, which makes a new one. */
  "store/set-aside": request(nothing, z.object({})),
  /** What is known here of the readable copy: its mark, and the snapshots of it, newest first. */
  "store/known": request(
    nothing,
    z.object({ mark: z.string().nullable(), snapshots: z.array(z.string()) }),
  ),
  "store/mark": request(z.strictObject({ mark: z.uuid() }), z.object({})),
  /** A half-typed form, once more outside the readable copy; null = saved or thrown away. */
  "drafts/keep": request(
    z.strictObject({ id: Id, draft: z.json() }),
    z.object({}),
  ),
  "drafts/kept": request(nothing, z.object({ drafts: z.array(z.json()) })),
  ...backupRequests,
  ...erasureRequests,
  /** A copy of what the server has confirmed, piece by piece; of use once it could be read back whole. */
  "snapshots/begin": request(nothing, z.object({})),
  "snapshots/add": request(
    z.strictObject({ text: z.string().max(30_000_000) }),
    z.object({}),
  ),
  "snapshots/finish": request(nothing, z.object({ whole: z.boolean() })),
  "snapshots/read": request(
    z.strictObject({ name: z.string().max(60), piece: z.int().min(0) }),
    z.object({ text: z.string().nullable() }),
  ),
  "journal/read": request(nothing, JournalState),
  /** Durable when it answers `saved`; main gives `d`, `m`, `hlc` and `at`. */
  /** Of its files, written ahead bytes included. */
  "journal/size": request(nothing, z.object({ bytes: z.int() })),
  "journal/append": request(
    z.strictObject({ label: z.string().max(60), ops: Group.shape.ops }),
    AppendResult,
  ),
  /**
   * A document that a restored server has lost, as it was at `hlc`. `needless`, and nothing is kept, when an unsent entry
   * above `since` speaks of it: that one gives it back.
   */
  "journal/append-again": request(
    Group.pick({ hlc: true, ops: true }).extend({ since: z.int().min(0) }),
    z.discriminatedUnion("status", [
      ...AppendResult.options,
      z.object({ status: z.literal("needless") }),
    ]),
  ),
  /**
   * Entries with `d` above `after`, oldest first: those that the server has acknowledged in the last 30 days, too.
   * `gapless`: what is older is stood in for by entries that the server refuses, as a restored server counts on.
   */
  "journal/entries": request(
    z.strictObject({
      after: z.int().min(0),
      limit: z.int().min(1).max(1000),
      gapless: z.boolean(),
    }),
    z.object({ entries: z.array(JournalEntry) }),
  ),
  /**
   * Everything up to `upto` was processed by the server and its documents are in the store. `deviceId`: whom the server
   * answered; an identity that is no longer the present one changes nothing, for its numbers mean other entries now.
   */
  "journal/acknowledge": request(
    z.strictObject({
      deviceId: z.string().min(1),
      upto: z.int().min(0),
      refused: z.array(GroupResult),
    }),
    JournalState.pick({ acked: true, lastD: true }),
  ),
  /** Durable when it answers `done`; otherwise nothing has changed. */
  "journal/arrange": request(Arrangement, Arranged),
  /** Durable: merged fields, new ones and those of which more is known. A disk that refuses is not an error. */
  "journal/note-merged": request(
    z.strictObject({ items: z.array(MergedField).min(1) }),
    JournalState.pick({ merged: true }),
  ),
  /** `doubted` is true after a start that did not end by itself. */
  "sync/read-log": request(nothing, SyncLog),
  "sync/write-log": request(SyncLog, z.object({})),
  /** Next number of this device's lease, never given twice; null when the lease is used up or there is none. */
  "numbers/take": request(
    z.strictObject({ series: z.string() }),
    z.object({ no: z.string().nullable() }),
  ),
  "numbers/left": request(
    z.strictObject({ series: z.string() }),
    z.object({ left: z.int() }),
  ),
  /** `renewed`: of earlier leases nothing more is given away (the server may have given it to another device). */
  "numbers/add-lease": request(
    z.strictObject({ lease: LeaseAnswer, renewed: z.boolean() }),
    z.object({ left: z.int() }),
  ),
  "server/connection": request(nothing, Connection),
  "server/connect": request(
    z.strictObject({
      url: z.string().max(500),
      code: z.string().max(200),
      deviceName: z.string().min(1).max(100),
    }),
    ConnectResult,
  ),
  "server/disconnect": request(nothing, z.object({})),
  "server/post": request(
    z.strictObject({
      path: z.enum([
        "/v1/sync/push",
        "/v1/sync/pull",
        "/v1/sync/digest",
        "/v1/sync/range",
        "/v1/sync/snapshot",
        "/v1/leases",
      ]),
      body: z.unknown(),
    }),
    PackedAnswer,
  ),
  /** Documents of a part of a snapshot, fetched, checked and unpacked; refused when it is not what `part` says. */
  "server/snapshot-part": request(
    z.strictObject({ id: Id, part: SnapshotPart }),
    PackedAnswer,
  ),
  /** The person's own devices or everybody's; null when the server cannot be asked or refuses. */
  "devices/list": request(
    z.strictObject({ everyone: z.boolean() }),
    z.array(DeviceInfo).nullable(),
  ),
  /** `wipe`: the device destroys what it holds as soon as it hears of it. */
  "devices/revoke": request(
    z.strictObject({ id: z.uuid(), wipe: z.boolean() }),
    ServerAnswer,
  ),
  /** Another identity of this device at its server, for one whose profile runs on a second machine too. */
  "server/renew-identity": request(nothing, ServerAnswer),
  /** What was ever written to a document; the body is a `HistoryAnswer`. */
  "server/history": request(
    z.strictObject({ c: z.string().max(40), id: z.uuid() }),
    ServerAnswer,
  ),
  /** The clock correction measured from the last answer, milliseconds; stamps of later entries use it. */
  "clock/offset": request(
    z.strictObject({ offsetMs: z.number() }),
    z.object({}),
  ),
  /**
   * Puts the bytes of an attachment on disk, sealed, and in line for the server; save the `files` document that speaks
   * of it after that. Null when the disk refuses.
   */
  "files/add": request(
    z.strictObject({
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= MAX_FILE_BYTES),
    }),
    z.object({
      added: z.object({ sha256: Sha256, bytes: z.int() }).nullable(),
    }),
  ),
  /**
   * The bytes of an attachment, from this device or else from the server; `bytes` says how many there are. `notThere`: the
   * server does not have them yet.
   */
  "files/read": request(
    z.strictObject({
      sha256: Sha256,
      bytes: z.int().min(0).max(MAX_FILE_BYTES),
    }),
    z.object({
      bytes: z.instanceof(Uint8Array).nullable(),
      missing: z.enum(["noLine", "notThere"]).optional(),
    }),
  ),
  /** Asks the person where to, and writes the bytes of an attachment there; `name` is proposed. */
  "files/save": request(
    z.strictObject({
      sha256: Sha256,
      bytes: z.int().min(0).max(MAX_FILE_BYTES),
      name: z.string().min(1).max(200),
    }),
    FileWritten.extend({ missing: z.enum(["noLine", "notThere"]).optional() }),
  ),
  /** Where the bytes of each attachment are, as far as this device knows; `absent`: not here. */
  "files/standing": request(
    z.strictObject({ hashes: z.array(Sha256).max(500) }),
    z.object({
      standing: z.record(
        Sha256,
        z.enum(["waiting", "sent", "refused", "absent"]),
      ),
    }),
  ),
  /** Hashes of the attachments that the server will never take; their bytes stay here. */
  "files/refused": request(nothing, z.object({ hashes: z.array(Sha256) })),
  /** How many attachments the server does not have yet, and how many it will never take; those stay here. */
  "files/waiting": request(
    nothing,
    z.object({ files: z.int(), refused: z.int() }),
  ),
  /** Asks the person where to; `name` is proposed. A list of 100,000 contacts as cards is some 60 million characters. */
  "file/save": request(
    z.strictObject({
      name: z.string().min(1).max(200),
      content: z.union([
        z.string().max(200_000_000),
        z.instanceof(Uint8Array).refine(({ length }) => length <= 400_000_000),
      ]),
    }),
    FileWritten,
  ),
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

/**
 * What main tells the window without being asked. `server/stream` and `server/connection` are states: a listener gets
 * the present one (if there has been one) as soon as it subscribes, then every change.
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
  /** The machine falls asleep or its screen is locked: what is typed is to be kept, and the notebook locked. */
  "power/leaving": z.object({}),
  /** The window is about to close: what is under way is to be written, then `window/may-close` said. */
  "window/closing": z.object({}),
  /** Woken up, network changed, or unlocked: a good moment to sync. */
  "power/resumed": z.object({}),
  /** Something is to be opened: fetch it with `link/take`. It carries nothing, so that nothing is lost with a page. */
  "link/waiting": z.object({}),
  /** A menu entry was chosen. */
  "menu/command": z.object({
    command: z.enum([
      "new-company",
      "new-person",
      "log-visit",
      "sync-now",
      "settings",
      "find",
      "palette",
      "lock",
      "shortcuts",
      "undo",
      "redo",
      "go-today",
      "go-contacts",
      "go-week",
      "go-duplicates",
      "go-tasks",
      "go-opportunities",
      "go-import",
      "go-sync",
      "import",
    ]),
  }),
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
