import type { Journal } from "../../electron/os/journal/journal.ts";
import {
  appendRequest,
  createRequest,
  findRequest,
  placeIn,
  type TusRequest,
} from "../../electron/server/tus-request.ts";
import {
  createUploadQueue,
  type UploadQueue,
} from "../../shared/sync/upload-queue.ts";
import {
  uploadFile,
  type UploadAnswer,
  type UploadSource,
} from "../../shared/sync/upload.ts";
import { createModelShelf, sha256Of } from "./model/model-shelf.ts";
import type { Network } from "./network.ts";
import { checkTextFirst } from "./oracles/files.ts";
import type { SimDevice } from "./sim-device.ts";
import { accessOf } from "./sim-server.ts";
import { clockOf, type World } from "./world.ts";

/** The part of a main process that brings files to the server. */
export interface SimUploads {
  readonly queue: UploadQueue;
  /** Null: the disk refused, nothing is kept. */
  add(bytes: Uint8Array<ArrayBuffer>): Promise<{
    readonly added: { readonly sha256: string; readonly bytes: number } | null;
  }>;
  /** The end of a pause, by the true time. */
  readonly wakes: { readonly at: number; readonly fn: () => void } | null;
}

const PACE = { first: 4, least: 1, most: 16, goodMs: 4_000 };

/** The real queue and the real upload, on a model of the disk and the network; null in a world without files. */
export function startUploads(
  world: World,
  network: Network,
  device: SimDevice,
  main: { readonly journal: Journal; readonly deviceId: () => string },
): SimUploads | null {
  const { schedule, swarm, random, seams } = world;
  if (swarm.attach === 0) return null;
  const { name, disk } = device;
  let wakes: SimUploads["wakes"] = null;
  const shelf = createModelShelf(
    disk,
    (what, effect) => {
      const fails = world.chaos && random.chance(swarm.failingStore);
      return schedule.park(name, "shelf", what, () => {
        if (fails) throw new Error("ENOSPC");
        return effect();
      });
    },
    () => clockOf(world, device),
  );

  async function ask(
    file: UploadSource,
    upload: TusRequest,
  ): Promise<UploadAnswer> {
    if (upload.method === "PATCH") checkTextFirst(world, name);
    if (!device.online) return { status: "unreachable" };
    const access = accessOf(device.userId, main.deviceId());
    const request = { path: upload.path, access, body: "", upload };
    const answer = await network.ask(name, request);
    world.trace.say(`${name} ${upload.method} ${answer.status}`);
    switch (answer.status) {
      case "ok":
        return { status: "ok", body: placeIn(answer.body as Headers, file) };
      case "not-connected":
        throw new Error("It is connected");
      default:
        return answer;
    }
  }

  const deps = {
    shelf,
    send: (file: UploadSource) =>
      uploadFile(
        {
          find: () => ask(file, findRequest(file)),
          create: () => ask(file, createRequest(file)),
          append: (offset, bytes) =>
            ask(file, appendRequest(file, offset, bytes)),
        },
        file,
        { ...PACE, now: () => world.now },
      ),
    sha256: sha256Of,
    textWaits: async () =>
      (await main.journal.read()).pending.some(({ empty }) => !empty),
    now: () => clockOf(world, device),
    after(ms: number, fn: () => void) {
      wakes = {
        at: world.now + ms,
        fn() {
          wakes = null;
          fn();
        },
      };
      return () => {
        wakes = null;
      };
    },
    random: random.next,
    warn: () => {},
  };
  const queue = createUploadQueue(seams.uploads ? seams.uploads(deps) : deps);
  queue.wake();
  return {
    queue,
    async add(bytes) {
      const added = await shelf.add(bytes).then(
        () => ({ sha256: sha256Of(bytes), bytes: bytes.length }),
        () => null,
      );
      queue.wake();
      return { added };
    },
    get wakes() {
      return wakes;
    },
  };
}
