import { TokenAnswer } from "../../shared/sync/protocol.ts";
import type { Device, DeviceFile } from "./device-file.ts";
import { newDeviceKey, proofOf } from "./device-key.ts";
import { ask, type Fetch, type HttpAnswer } from "./http.ts";

/** Access tokens live in memory only; the refresh token on disk, sealed. None of them leaves the main process. */
export interface TokenStore {
  /** The access token in use; asks for the first one. */
  access(): Promise<HttpAnswer<string>>;
  /** A new one after the server refused `spent`; several callers share one refresh. */
  renewed(spent: string): Promise<HttpAnswer<string>>;
  /** A new one in any case. */
  renewedNow(): Promise<HttpAnswer<string>>;
}

/**
 * The refresh token that an answer brings is on disk before it is used: otherwise a crash would leave a token that the
 * server has seen replaced twice, and it would take this device for a thief.
 */
export function createTokenStore(deps: {
  readonly fetch: Fetch;
  /** Rejects when the disk does, or when this is no longer the device that the file is for. */
  readonly file: Pick<DeviceFile, "write">;
  readonly device: Device;
  /** What the enrolment brought, if this is the run that enrolled. */
  readonly access?: string | undefined;
}): TokenStore {
  const { connection } = deps.device;
  let stored = deps.device;
  /** Newer than what is on disk while the disk refuses it. */
  let latest = deps.device;
  let access = deps.access;
  let renewing: Promise<HttpAnswer<string>> | null = null;

  async function store(device: Device): Promise<boolean> {
    latest = device;
    try {
      await deps.file.write(device);
      stored = device;
      return true;
    } catch {
      return false;
    }
  }

  async function renew(): Promise<HttpAnswer<string>> {
    // Once the server has heard of a key it wants no other: it is on disk before.
    const key = latest.key ?? newDeviceKey();
    if (latest.key === undefined) latest = { ...latest, key };
    if (latest !== stored && !(await store(latest)))
      return { status: "unreachable", reason: "disk" };
    let answer = await present(key);
    // The network stack sends a request again when a kept connection breaks, and a proof serves once: the server may
    // have taken the first and refused the copy. A fresh proof tells the two apart, and costs nothing otherwise.
    if (answer.status === "refused" && answer.http === 401)
      answer = await present(key);
    if (answer.status !== "ok") return answer;
    const { access: fresh, refresh } = answer.body;
    await store({ ...latest, refresh });
    access = fresh;
    return { ...answer, body: fresh };
  }

  function present(key: string) {
    const about = { refresh: latest.refresh, deviceId: connection.deviceId };
    const url = `${connection.url}/v1/token`;
    const body = { ...about, proof: proofOf(key, about) };
    return ask(deps.fetch, url, TokenAnswer, { body });
  }

  function sharedRenewal(): Promise<HttpAnswer<string>> {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  return {
    access: async () =>
      access === undefined
        ? sharedRenewal()
        : { status: "ok", body: access, receivedAt: Date.now() },
    renewed: async (spent) =>
      access !== undefined && access !== spent
        ? { status: "ok", body: access, receivedAt: Date.now() }
        : sharedRenewal(),
    renewedNow: async () => {
      await renewing;
      return sharedRenewal();
    },
  };
}
