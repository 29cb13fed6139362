import { z } from "zod";
import type { ConnectResult } from "../../shared/ipc/server.ts";
import { EnrollAnswer, PROTO } from "../../shared/sync/protocol.ts";
import type { Device } from "./device-file.ts";
import { newDeviceKey, publicKeyOf } from "./device-key.ts";
import { ask, type Fetch, type HttpAnswer } from "./http.ts";
import { serverOrigin } from "./server-address.ts";

type Failure = Extract<ConnectResult, { status: "failed" }>;

export type EnrollResult =
  | {
      readonly status: "enrolled";
      readonly device: Device;
      readonly access: string;
    }
  | Failure;

/** Only what decides whether we can talk to it; a newer server may say more. */
const Health = z.object({ status: z.string(), proto: z.int() });

/** Exchanges a one-time code for this device's identity. Never rejects; a used-up code is not tried twice. */
export async function enroll(
  fetch: Fetch,
  request: {
    readonly url: string;
    readonly code: string;
    readonly deviceName: string;
  },
): Promise<EnrollResult> {
  const url = serverOrigin(request.url);
  if (url === null) return failed("bad-address", request.url);

  const health = await ask(fetch, `${url}/healthz`, Health, {});
  if (health.status !== "ok") return notReached(health);
  if (health.body.proto !== PROTO)
    return failed("too-old", `protocol ${health.body.proto}, ours is ${PROTO}`);

  const { deviceName } = request;
  const key = newDeviceKey();
  const answer = await ask(fetch, `${url}/v1/enroll`, EnrollAnswer, {
    body: {
      code: request.code.trim(),
      deviceName,
      publicKey: publicKeyOf(key),
    },
  });
  if (answer.status === "unreachable") return notReached(answer);
  if (answer.status === "refused") return refusal(answer);
  const { tenantId, userId, deviceId, access, refresh, user } = answer.body;
  return {
    status: "enrolled",
    access,
    device: {
      refresh,
      key,
      connection: {
        url,
        tenantId,
        deviceId,
        deviceName,
        user: user ?? {
          id: userId,
          name: "",
          email: "",
          role: "salesperson",
        },
      },
    },
  };
}

function notReached(answer: HttpAnswer<unknown>): Failure {
  if (answer.status === "unreachable")
    return failed(
      answer.reason === "not-carnet" ? "not-carnet" : "unreachable",
      answer.reason,
    );
  return failed(
    "not-carnet",
    answer.status === "refused" ? answer.code : "no answer",
  );
}

function refusal(answer: {
  readonly http: number;
  readonly code: string;
  readonly message: string;
}): Failure {
  if (answer.http === 426) return failed("too-old", answer.message);
  if ([400, 401, 403, 404].includes(answer.http))
    return failed("bad-code", answer.message);
  return failed("refused", `${answer.code}: ${answer.message}`);
}

function failed(reason: Failure["reason"], detail: string): Failure {
  return { status: "failed", reason, detail };
}
