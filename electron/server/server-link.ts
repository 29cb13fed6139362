import { z } from "zod";
import type { Input, Output } from "../../shared/ipc/contract.ts";
import type {
  ConnectResult,
  Connection,
  ServerAnswer,
} from "../../shared/ipc/server.ts";
import { EnrollAnswer, type Hint } from "../../shared/sync/protocol.ts";
import type { Device, DeviceFile } from "./device-file.ts";
import { listDevices, revokeDevice } from "./devices.ts";
import { enroll } from "./enroll.ts";
import { createHintStream, type HintStream } from "./hint-stream.ts";
import type { Fetch, HttpAnswer } from "./http.ts";
import type { Journal } from "../os/journal/journal.ts";
import { createTokenStore, type TokenStore } from "./token-store.ts";
import { fetchSnapshotPart } from "./snapshot.ts";
import { heed } from "./revocation.ts";
import { askHistory, post, signedIn, type SignedIn } from "./transport.ts";
import type { UploadPlace, UploadSource } from "../../shared/sync/upload.ts";
import { download } from "./attachments.ts";
import { upload } from "./upload.ts";

/** All that the app has to do with its server. One device, at most one server. */
export interface ServerLink {
  connection(): Connection;
  connect(request: Input<"server/connect">): Promise<ConnectResult>;
  disconnect(): Promise<void>;
  post(input: Input<"server/post">): Promise<ServerAnswer>;
  snapshotPart(input: Input<"server/snapshot-part">): Promise<ServerAnswer>;
  devices(input: Input<"devices/list">): Promise<Output<"devices/list">>;
  revoke(input: Input<"devices/revoke">): Promise<ServerAnswer>;
  /** A new device id of the same person; the old one is the other machine's. */
  renewIdentity(): Promise<ServerAnswer>;
  history(input: Input<"server/history">): Promise<ServerAnswer>;
  /** Brings the bytes of a file to the server; while working offline it is as not connected. */
  upload(
    file: UploadSource,
  ): Promise<HttpAnswer<UploadPlace> | { readonly status: "not-connected" }>;
  /** The bytes of a file from the server; while working offline it is as not connected. */
  download(file: {
    readonly sha256: string;
    readonly bytes: number;
  }): Promise<
    HttpAnswer<Uint8Array<ArrayBuffer>> | { readonly status: "not-connected" }
  >;
  /** With `true` the hint stream is closed; what the window posts is its own business. */
  setOffline(offline: boolean): void;
  /** The machine woke up or its network is another. */
  reconnect(): void;
  close(): void;
}

/** What is alive only while connected. */
interface Live {
  readonly device: Device;
  readonly tokens: TokenStore;
  readonly stream: HintStream;
}

export async function openServerLink(deps: {
  readonly fetch: Fetch;
  readonly file: DeviceFile;
  readonly random: () => number;
  readonly offline: boolean;
  readonly journal: Pick<Journal, "tenantId" | "startDevice">;
  readonly onConnection: (connection: Connection) => void;
  readonly onHint: (hint: Hint) => void;
  readonly onStream: (up: boolean) => void;
  /** The server has revoked this device: what it holds is to be destroyed. Told once. */
  readonly onErase: () => void;
}): Promise<ServerLink> {
  let { offline } = deps;
  let live: Live | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** Whatever changes or renews the identity, one after the other: file, journal and link speak of the same one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  function goLive(device: Device, access?: string): void {
    const { url } = device.connection;
    // A renewal may be answered when this device is no longer in use: it must not come back by that.
    const write = (renewed: Device) =>
      inTurn(async () => {
        if (live?.device !== device) throw new Error("no longer this device");
        await deps.file.write(renewed);
      });
    const tokens = createTokenStore({
      fetch: deps.fetch,
      file: { write },
      device,
      access,
    });
    const stream = createHintStream({
      ...deps,
      tokens,
      url,
      onUp: deps.onStream,
      onRefused: (answer) => void heard(answer),
    });
    live = { device, tokens, stream };
    if (!offline) stream.start();
  }

  let erasing = false;

  /** Every answer to this device passes here: any of them may be the one that says that it was revoked. */
  async function heard<T>(answer: HttpAnswer<T>): Promise<HttpAnswer<T>> {
    if (live === null) return answer;
    const { device, tokens } = live;
    const onErase = () => {
      if (erasing || live?.device !== device) return;
      erasing = true;
      deps.onErase();
    };
    return heed(answer, { connection: device.connection, tokens, onErase });
  }

  async function asked<T>(
    ask: (signedIn: SignedIn) => Promise<HttpAnswer<T>>,
  ): Promise<HttpAnswer<T> | { readonly status: "not-connected" }> {
    if (live === null) return { status: "not-connected" };
    const { stream, tokens, device } = live;
    const { url } = device.connection;
    const answer = await heard(await ask({ fetch: deps.fetch, tokens, url }));
    if (answer.status === "ok") stream.serverAnswers();
    return answer;
  }

  async function connect(
    request: Input<"server/connect">,
  ): Promise<ConnectResult> {
    const result = await enroll(deps.fetch, request);
    return result.status === "failed"
      ? result
      : inTurn(() => take(result.device, result.access));
  }

  async function take(device: Device, access: string): Promise<ConnectResult> {
    const { connection } = device;
    const own = deps.journal.tenantId();
    // One company's data must not be sent to another: that takes a profile of its own.
    if (own !== null && own !== connection.tenantId)
      return { status: "failed", reason: "refused", detail: "other-company" };
    try {
      await deps.file.write(device);
      await deps.journal.startDevice(connection);
    } catch {
      return { status: "failed", reason: "refused", detail: "disk" };
    }
    live?.stream.stop();
    goLive(device, access);
    deps.onConnection(connection);
    return { status: "connected", connection };
  }

  /** Tells the server that this device's tokens are of no use any more; whatever it answers, nobody is here to hear. */
  async function farewell({ device, tokens }: Live): Promise<void> {
    const { url } = device.connection;
    const to = { fetch: deps.fetch, tokens, url };
    await signedIn(to, "/v1/devices/leave", z.object({}), {});
  }

  const known = await deps.file.read();
  if (known !== null) {
    // Again, in case the app ended between the two steps of connecting.
    await deps.journal.startDevice(known.connection);
    goLive(known);
  }

  return {
    connection: () => live?.device.connection ?? null,
    connect,
    disconnect: () =>
      inTurn(async () => {
        await deps.file.remove();
        const left = live;
        left?.stream.stop();
        live = null;
        deps.onConnection(null);
        // Without a line the tokens stay good at the server until somebody revokes the device there.
        if (left) void farewell(left).catch(() => undefined);
      }),
    post: ({ path, body }) => asked((to) => post(to, path, body)),
    snapshotPart: (input) => asked((to) => fetchSnapshotPart(to, input)),
    devices: async (input) => {
      const answer = await asked((to) => listDevices(to, input));
      return answer.status === "ok" ? answer.body.devices : null;
    },
    revoke: (input) => asked((to) => revokeDevice(to, input)),
    renewIdentity: async () => {
      const before = live?.device.connection;
      if (!before) return { status: "not-connected" };
      const deviceName = before.deviceName ?? "Carnet";
      const answer = await asked((to) =>
        signedIn(to, "/v1/devices", EnrollAnswer, { deviceName }),
      );
      if (answer.status !== "ok") return answer;
      const { deviceId, refresh, access } = answer.body;
      const connection = { ...before, deviceId };
      const taken = await inTurn(() => take({ refresh, connection }, access));
      return taken.status === "connected"
        ? { ...answer, body: {} }
        : { status: "unreachable", reason: taken.detail };
    },
    history: (input) => asked((to) => askHistory(to, input)),
    upload: async (file) =>
      offline ? { status: "not-connected" } : asked((to) => upload(to, file)),
    download: async (file) =>
      offline ? { status: "not-connected" } : asked((to) => download(to, file)),
    setOffline: (now) => {
      offline = now;
      if (offline) live?.stream.stop();
      else live?.stream.start();
    },
    reconnect: () => live?.stream.restart(),
    close: () => live?.stream.stop(),
  };
}
