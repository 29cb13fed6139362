import assert from "node:assert/strict";
import { IDBFactory } from "fake-indexeddb";
import { createFeeds } from "../../renderer/local-store/feeds.ts";
import {
  createBlobStore,
  type BlobStore,
} from "../../renderer/local-store/projection/blob-store.ts";
import {
  fedNames,
  type FedName,
  type FromProjection,
  type ToProjection,
} from "../../renderer/local-store/projection/messages.ts";
import { createProjectionClient } from "../../renderer/local-store/projection/projection-client.ts";
import { renewingChannel } from "../../renderer/local-store/projection/renewing-channel.ts";
import { serveProjection } from "../../renderer/local-store/projection/serve-projection.ts";
import { clearCodec } from "../../renderer/local-store/seal.ts";
import type { Stored } from "../../renderer/local-store/stored-document.ts";
import { createErpFeed } from "../../renderer/local-store/feed-erp.ts";
import { createFakeTable } from "./fake-table.ts";
import { joinPorts } from "./join-ports.ts";
import {
  idOf,
  randomDocuments,
  randomOf,
  type Row,
} from "./random-documents.ts";
import { slowList } from "./slow-list.ts";

const DOCUMENTS = 8;
const KEY = new Uint8Array(32).fill(3);

/**
 * A device whose process is killed and started again at random, also while the projection is being stored; whose stored
 * projection is damaged, lost, or older than it says. After each start the list and the figures must be the store's.
 *
 * @returns what happened, so that a run that never loaded anything is noticed
 */
export async function runKilledHistory(
  seed: number,
): Promise<{ readonly loaded: number; readonly built: number }> {
  const random = randomOf(seed);
  const make = randomDocuments(random);
  const idb = new IDBFactory();
  const disks = Object.fromEntries(
    fedNames.map((c) => [c, new Map()]),
  ) as Record<FedName, Map<string, never>>;
  const held = Object.fromEntries(
    fedNames.map((c) => [c, new Map<string, Row>()]),
  ) as Record<FedName, Map<string, Row>>;
  let clock = 1_000_000;
  const counts = { loaded: 0, built: 0 };

  for (let life = 0; life < 4; life++) {
    const device = startDevice();
    for (let i = Math.floor(random() * 12); i > 0; i--) {
      await write(device);
      if (random() < 0.3) await aWhile(random() * 6);
    }
    if (random() < 0.7) await aWhile(8);
    if (random() < 0.5) await compare(device);
    device.kill();
    if (random() < 0.15) await damage();
  }
  const device = startDevice();
  await compare(device);
  device.kill();
  return counts;

  function startDevice() {
    let alive = true;
    const tables = Object.fromEntries(
      fedNames.map((c) => [c, createFakeTable(disks[c])]),
    ) as Record<FedName, ReturnType<typeof createFakeTable>>;
    const feeds = createFeeds(createErpFeed());
    for (const c of fedNames) feeds.add(c, tables[c].instance, clearCodec);
    const channel = renewingChannel(() => startWorker());
    channel.post({ kind: "configure", key: KEY });
    const client = createProjectionClient(channel);
    return {
      tables,
      client,
      kill() {
        alive = false;
      },
    };

    function startWorker() {
      let here = true;
      let listener: (message: FromProjection) => void = () => {};
      const isRunning = () => alive && here;
      const receive = serveProjection(
        (message) => {
          if (isRunning()) listener(structuredClone(message));
        },
        (key) => mortal(createBlobStore(idb, key), isRunning),
        1,
      );
      joinPorts(feeds, receive, isRunning);
      return {
        post: (message: ToProjection) => {
          if (isRunning()) receive(structuredClone(message));
        },
        listen(added: (message: FromProjection) => void) {
          listener = added;
        },
        terminate() {
          here = false;
        },
      };
    }
  }
  /** What a killed process has not written it never writes. */
  function mortal(blobs: BlobStore, isRunning: () => boolean): BlobStore {
    const never = new Promise<never>(() => {});
    return {
      read() {
        const reading = blobs.read();
        void reading.contacts.then((found) => {
          counts[found ? "loaded" : "built"] += 1;
        });
        return reading;
      },
      write: (parts) => (isRunning() ? blobs.write(parts) : never),
      writeOverlay: (one) => (isRunning() ? blobs.writeOverlay(one) : never),
      clear: () => (isRunning() ? blobs.clear() : never),
    };
  }
  async function write({ tables }: ReturnType<typeof startDevice>) {
    const c = make.pick([...fedNames, "contacts"] as const);
    const id = idOf(c, Math.floor(random() * DOCUMENTS));
    const v = random() < 0.25 ? null : make[c](id);
    if (v) held[c].set(id, v);
    else held[c].delete(id);
    // Now and then the clock jumps by more than what is read twice.
    clock += random() < 0.1 ? 100_000 : 1;
    await tables[c].write({
      ...{ id, v: v ?? {}, seq: null, rev: null, epoch: null, applied: 0 },
      ...{ _deleted: v === null, _rev: "1-x", _attachments: {} },
      _meta: { lwt: clock },
    } as unknown as Stored);
  }
  async function damage(): Promise<void> {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = idb.open("carnet-projection", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("parts");
      opening.onsuccess = () => resolve(opening.result);
    });
    const table = database
      .transaction("parts", "readwrite")
      .objectStore("parts");
    const part = make.pick(["contacts", "index", "work", "overlay"]);
    const got = table.get(part);
    got.onsuccess = () => {
      const stored = got.result as { bytes: ArrayBuffer } | undefined;
      if (!stored) return;
      const bytes = new Uint8Array(stored.bytes.slice());
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 255;
      if (random() < 0.3) table.delete(part);
      else table.put({ ...stored, bytes: bytes.buffer }, part);
    };
    await aWhile(2);
    database.close();
  }
  async function compare({ client }: ReturnType<typeof startDevice>) {
    const slow = slowList(held);
    const query = { text: "", kind: "all", locale: "fr-CH" } as const;
    const expected = slow.list(query).map((id) => slow.rowOf(id));
    const text = make.pick(["mul", "12", "zur", "a"]);
    const found = slow.list({ ...query, text });
    const says = async () => {
      const { rows } = await client.list.query(query, 0, 100);
      const ids = await client.list.ids({ ...query, text });
      return { rows, ids };
    };
    for (let tries = 0; ; tries++) {
      // What was stored is shown at once, and what it lacks a moment later.
      const said = await says();
      try {
        assert.deepEqual(said, { rows: expected, ids: found });
        return;
      } catch (error) {
        if (tries > 200) throw error;
        await aWhile(5);
      }
    }
  }
}

function aWhile(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
