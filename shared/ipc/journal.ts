import { z } from "zod";
import { Id } from "../entities/fields.ts";
import { Group, GroupResult, LeaseAnswer } from "../sync/protocol.ts";
import { request } from "./request.ts";

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

const NotAppended = z.object({
  status: z.literal("failed"),
  reason: z.enum(["disk-full", "io"]),
});
export const AppendResult = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), entry: JournalEntry }),
  NotAppended,
]);
export type AppendResult = z.infer<typeof AppendResult>;

const nothing = z.undefined();

export const journalRequests = {
  "journal/read": request(nothing, JournalState),
  /** Of its files, written ahead bytes included. */
  "journal/size": request(nothing, z.object({ bytes: z.int() })),
  /**
   * Durable when it answers `saved`; main gives `d`, `m`, `hlc` and `at`. Whoever asked has the operations: they are not
   * sent back.
   */
  "journal/append": request(
    z.strictObject({ label: z.string().max(60), ops: Group.shape.ops }),
    z.discriminatedUnion("status", [
      z.object({
        status: z.literal("saved"),
        entry: JournalEntry.omit({ ops: true }).strip(),
      }),
      NotAppended,
    ]),
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
  /** The clock correction measured from the last answer, milliseconds; stamps of later entries use it. */
  "clock/offset": request(
    z.strictObject({ offsetMs: z.number() }),
    z.object({}),
  ),
} as const;
