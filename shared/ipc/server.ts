import { z } from "zod";
import { Id } from "../entities/fields.ts";
import { DeviceInfo, UserInfo } from "../sync/protocol.ts";
import { SnapshotPart } from "../sync/snapshot.ts";
import { request } from "./request.ts";

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

const nothing = z.undefined();

export const serverRequests = {
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
} as const;
