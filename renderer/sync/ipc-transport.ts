import { z } from "zod";
import type { Bridge, Input } from "../../shared/ipc/contract.ts";
import type { ServerAnswer } from "../../shared/ipc/server.ts";
import { unpackAnswer } from "../../shared/ipc/packed-answer.ts";
import type { Transport } from "../../shared/sync/ports.ts";
import {
  DigestAnswer,
  type Envelope,
  LeaseAnswer,
  ParsedEnvelope,
  PROTO,
  PullAnswer,
  PushAnswer,
  RangeAnswer,
  SCHEMA,
} from "../../shared/sync/protocol.ts";
import { SnapshotOffer } from "../../shared/sync/snapshot.ts";
import type { Failure, Reply } from "../../shared/sync/reply.ts";

/** A laptop that slept through an exchange says nothing about the server's clock. */
const LONGEST_SAMPLE_MS = 5_000;

// What comes from the main process has been through its checks: here only its shape is looked at.
const docs = z.array(ParsedEnvelope);
const Pushed = PushAnswer.extend({ docs });
const Pulled = PullAnswer.extend({ docs });
const Ranged = RangeAnswer.extend({ docs });
const Offered = SnapshotOffer.extend({ docs });

/**
 * The server through the main process, which holds the tokens and all of the network. `device` is this device's
 * id at the server; null while it is not connected.
 */
export function createIpcTransport(deps: {
  readonly bridge: Bridge;
  readonly device: () => string | null;
  /** Called with the server's clock minus ours, milliseconds, whenever an answer tells it. */
  readonly onClockOffset: (offsetMs: number) => void;
  readonly now: () => number;
  /** Between reading an answer of a thousand documents and working on it; a simulation has no other work to let in. */
  readonly breathe?: (() => Promise<void>) | undefined;
}): Transport {
  const versions = { proto: PROTO, schema: SCHEMA };
  const post = <S extends z.ZodType>(
    path: Input<"server/post">["path"],
    body: unknown,
    schema: S,
  ) => ask(deps.bridge, path, body, schema);
  const postForMany: typeof post = (path, body, schema) =>
    ask(deps.bridge, path, body, schema, deps.breathe);
  return {
    device: deps.device,
    async push(groups, epoch) {
      const device = deps.device();
      if (device === null)
        return { kind: "unreachable", reason: "not-connected" };
      const sentAt = deps.now();
      const reply = await post(
        "/v1/sync/push",
        {
          ...versions,
          device,
          groups,
          ...(epoch === null ? {} : { epoch }),
        },
        Pushed,
      );
      const tookMs = deps.now() - sentAt;
      if (reply.kind === "answer" && tookMs < LONGEST_SAMPLE_MS) {
        deps.onClockOffset(reply.value.serverTime - (sentAt + tookMs / 2));
      }
      return reply;
    },
    pull: (request) =>
      postForMany("/v1/sync/pull", { ...versions, ...request }, Pulled),
    digest: (request) => post("/v1/sync/digest", request, DigestAnswer),
    range: (request) =>
      postForMany("/v1/sync/range", { ...versions, ...request }, Ranged),
    snapshotOffer: (known) =>
      post(
        "/v1/sync/snapshot",
        { ...versions, ...(known !== null && { id: known }) },
        Offered,
      ),
    async snapshotPart(id, part) {
      const packed = await deps.bridge.invoke("server/snapshot-part", {
        ...{ id, part },
      });
      const answer = unpackAnswer(packed);
      await deps.breathe?.();
      // Checked by the main process, envelope by envelope.
      return answer.status === "ok"
        ? { kind: "answer", value: answer.body as { docs: Envelope[] } }
        : failureOf(answer);
    },
    async renewIdentity() {
      const answer = await deps.bridge.invoke(
        "server/renew-identity",
        undefined,
      );
      if (answer.status !== "ok") return failureOf(answer);
      const { lastD, acked } = await deps.bridge.invoke(
        "journal/read",
        undefined,
      );
      return { kind: "answer", value: { lastD, acked } };
    },
    lease: (series, count) =>
      post("/v1/leases", { series, count }, LeaseAnswer),
  };
}

async function ask<S extends z.ZodType>(
  bridge: Bridge,
  path: Input<"server/post">["path"],
  body: unknown,
  schema: S,
  breathe?: () => Promise<void>,
): Promise<Reply<z.infer<S>>> {
  const answer = unpackAnswer(
    await bridge.invoke("server/post", { path, body }),
  );
  await breathe?.();
  if (answer.status !== "ok") return failureOf(answer);
  const parsed = schema.safeParse(answer.body);
  return parsed.success
    ? { kind: "answer", value: parsed.data }
    : { kind: "unreachable", reason: "answer-not-understood" };
}

function failureOf(answer: Exclude<ServerAnswer, { status: "ok" }>): Failure {
  switch (answer.status) {
    case "refused": {
      const { status: _status, ...refusal } = answer;
      return { kind: "refused", ...refusal } as Failure;
    }
    case "unreachable":
      return { kind: "unreachable", reason: answer.reason };
    case "not-connected":
      return { kind: "unreachable", reason: "not-connected" };
  }
}
