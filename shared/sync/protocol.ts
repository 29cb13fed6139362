import { z } from "zod";
import { Origin } from "../core/origin.ts";
import { Id } from "../entities/fields.ts";

/**
 * The wire. Version history (a wire change must decide here):
 * - proto 1, schema 1: first release.
 */
export const PROTO = 1;
export const SCHEMA = 1;

export const MAX_GROUPS = 200;
export const MAX_OPS_PER_GROUP = 50;
export const MAX_PULL = 1000;
export const MAX_RANGES = 1024;

const HLC = /^\d{1,15}\.\d{1,9}$/;

const target = { c: z.string().max(40), id: Id, o: Origin.optional() };

/** `f: { path: [base, new] }`; a path names a member or an item of a map (`more/ITEMID/value`); null = absent. */
export const Op = z.discriminatedUnion("k", [
  z.strictObject({
    ...target,
    k: z.literal("ins"),
    v: z.record(z.string(), z.json()),
    /** Given back as it is held: when that was last written, by the one who wrote it (an `hlc`). */
    h: z.string().regex(HLC).optional(),
  }),
  z.strictObject({
    ...target,
    k: z.literal("set"),
    f: z.record(z.string().max(200), z.tuple([z.json(), z.json()])),
  }),
  z.strictObject({
    ...target,
    k: z.literal("add"),
    f: z.string().max(60),
    e: z.array(z.string().max(200)).max(200),
  }),
  z.strictObject({
    ...target,
    k: z.literal("rem"),
    f: z.string().max(60),
    e: z.array(z.string().max(200)).max(200),
  }),
  z.strictObject({ ...target, k: z.literal("del"), rev: z.int().min(0) }),
]);
export type Op = z.infer<typeof Op>;

/** One intention of one person: applied whole or not at all. `d` numbers them per device, from 1. */
export const Group = z.strictObject({
  d: z.int().min(1),
  m: Id,
  hlc: z.string().regex(HLC),
  ops: z.array(Op).min(1).max(MAX_OPS_PER_GROUP),
});
export type Group = z.infer<typeof Group>;

/** Groups are parsed one by one: a bad one is rejected alone, its neighbours are stored. */
export const PushRequest = z.object({
  proto: z.int(),
  schema: z.int(),
  device: Id,
  /** The feed that the device's acknowledgements are from; another one is answered `epoch_changed`, nothing applied. */
  epoch: z.string().max(100).nullish(),
  groups: z.array(z.looseObject({ d: z.int().min(1) })).max(MAX_GROUPS),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** A document as the server has it. `v` is the object of its entity file; null when deleted. */
export const Envelope = z.object({
  c: z.string(),
  id: z.string(),
  seq: z.int(),
  rev: z.int(),
  deleted: z.boolean(),
  /** Deleted for ever, on a person's request: whoever had it destroys what is left of it. */
  erased: z.literal(true).optional(),
  v: z.record(z.string(), z.json()).nullable(),
});
export type Envelope = z.infer<typeof Envelope>;

/** The same of what has just come out of JSON.parse: walking every value to see that it is JSON would only cost time. */
export const ParsedEnvelope = Envelope.extend({
  v: z.custom<Envelope["v"]>(
    (v) => v === null || (typeof v === "object" && !Array.isArray(v)),
  ),
});

export const GroupResult = z.object({
  d: z.int(),
  s: z.enum(["ok", "merged", "conflict", "same", "dup", "rejected"]),
  code: z.string().optional(),
  message: z.string().optional(),
});
export type GroupResult = z.infer<typeof GroupResult>;

export const PushAnswer = z.object({
  epoch: z.string(),
  head: z.int(),
  /** Every group up to here has been processed, and only groups of this very request count. */
  upto: z.int(),
  /** Set on a gap: the `d` that the server wants next. */
  expected: z.int().optional(),
  serverTime: z.number(),
  results: z.array(GroupResult),
  docs: z.array(Envelope),
});
export type PushAnswer = z.infer<typeof PushAnswer>;

export const Cursors = z.record(z.string(), z.int().min(0));
export type Cursors = z.infer<typeof Cursors>;

export const PullRequest = z.object({
  proto: z.int(),
  schema: z.int(),
  epoch: z.string().nullable(),
  cursors: Cursors,
  limit: z.int().min(1).optional(),
  /** The device knows of every deletion up to this place of the feed: what it has was read when the feed was longer. */
  deletionsUpTo: z.int().min(0).optional(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const PullAnswer = z.object({
  epoch: z.string(),
  head: z.int(),
  more: z.boolean(),
  cursors: Cursors,
  docs: z.array(Envelope),
});
export type PullAnswer = z.infer<typeof PullAnswer>;

/**
 * Anti-entropy (sync.md D15, `digest.ts`): what the caller may read of one collection, summed over ranges of ids.
 * `from` (inclusive) and `until` (exclusive) ask for a part: with as many ranges as documents, each range is one id.
 */
export const DigestRequest = z.object({
  collection: z.string().max(40),
  ranges: z.int().min(1),
  from: Id.optional(),
  until: Id.optional(),
});
export type DigestRequest = z.infer<typeof DigestRequest>;

/** Ranges in the order of their ids, together all that was asked for; as of `head`. */
export const DigestAnswer = z.object({
  epoch: z.string(),
  head: z.int(),
  ranges: z
    .array(z.object({ lo: z.string(), count: z.int(), sum: z.string() }))
    .min(1),
});
export type DigestAnswer = z.infer<typeof DigestAnswer>;

/** What stands between two ids of one collection, as far as the caller may read it and it is not deleted. */
export const RangeRequest = z.object({
  proto: z.int(),
  schema: z.int(),
  collection: z.string().max(40),
  from: Id,
  /** Exclusive; absent = to the end. */
  until: Id.optional(),
});
export type RangeRequest = z.infer<typeof RangeRequest>;

/** Complete up to `until` (exclusive), which is before what was asked for when the answer would be too long; null = all of it. */
export const RangeAnswer = z.object({
  epoch: z.string(),
  head: z.int(),
  until: z.string().nullable(),
  docs: z.array(Envelope),
});
export type RangeAnswer = z.infer<typeof RangeAnswer>;

export const LeaseRequest = z.object({
  series: z.string().max(20),
  count: z.int().min(1).max(1000),
});
export const LeaseAnswer = z.object({
  series: z.string(),
  lo: z.int(),
  hi: z.int(),
  format: z.string(),
});
export type LeaseAnswer = z.infer<typeof LeaseAnswer>;

/**
 * What was ever written to one document, newest first. `outcome` `lost`: kept as a conflict; `discarded`: an inherited
 * value that gave way to a typed one. `people` and `devices`: names by id, of those that occur and are known.
 */
export const HistoryAnswer = z.object({
  rows: z.array(
    z.object({
      seq: z.int(),
      atMs: z.number(),
      path: z.string(),
      from: z.unknown(),
      to: z.unknown(),
      outcome: z.enum(["set", "lost", "discarded"]),
      stamp: z.object({
        h: z.string(),
        d: z.string(),
        u: z.string(),
        o: Origin.optional(),
      }),
    }),
  ),
  people: z.record(z.string(), z.string()).default({}),
  devices: z.record(z.string(), z.string()).default({}),
});
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;

export const Role = z.enum(["salesperson", "manager", "marketing", "admin"]);
export type Role = z.infer<typeof Role>;

/** Who a device works for; `salesperson` is that person's own code, if any (DEF-2). */
export const UserInfo = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  salesperson: z.string().optional(),
});
export type UserInfo = z.infer<typeof UserInfo>;

export const EnrollRequest = z.object({
  code: z.string().max(200),
  deviceName: z.string().min(1).max(100),
  publicKey: z.string().max(2000).optional(),
});
/** A device that shares its identity with a copy of itself asks for one of its own; answered like an enrolment. */
export const AnotherDeviceRequest = EnrollRequest.pick({
  deviceName: true,
  publicKey: true,
});

export const EnrollAnswer = z.object({
  tenantId: z.string(),
  userId: z.string(),
  deviceId: z.string(),
  access: z.string(),
  refresh: z.string(),
  serverTime: z.number(),
  user: UserInfo.optional(),
});
export type EnrollAnswer = z.infer<typeof EnrollAnswer>;

export const TokenRequest = z.object({
  refresh: z.string().max(500),
  deviceId: z.string().max(100),
  proof: z.string().max(4000).optional(),
});
export const TokenAnswer = z.object({
  access: z.string(),
  refresh: z.string(),
});

/** One device as its owner and administrators see it. Instants are unix ms; `lastSeen` is true to ten minutes. */
export const DeviceInfo = z.object({
  id: z.string(),
  name: z.string(),
  user: UserInfo.pick({ id: true, name: true, email: true }),
  enrolled: z.number(),
  lastSeen: z.number(),
  status: z.enum(["active", "revoked"]),
});
export type DeviceInfo = z.infer<typeof DeviceInfo>;

/** Newest contact first. */
export const DevicesAnswer = z.object({ devices: z.array(DeviceInfo) });

/** `wipe` absent = true: the device destroys what it holds as soon as it hears of it. */
export const RevokeRequest = z.strictObject({ wipe: z.boolean().optional() });

export const ErrorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** With `revoked`: who is meant, and whether it is to destroy what it holds. */
    device: z.string().optional(),
    wipe: z.boolean().optional(),
  }),
});

/** Event `bye` of the stream: this process goes down; come back, to whichever answers, after so long. */
export const Bye = z.object({ retryMs: z.int().min(0) });
export type Bye = z.infer<typeof Bye>;

/** One event of the stream: "something changed up to `head`", never the change itself. */
export const Hint = z.object({
  head: z.int(),
  collections: z.array(z.string()),
});
export type Hint = z.infer<typeof Hint>;
