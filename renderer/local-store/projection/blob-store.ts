import { answerOf, ended } from "../idb-transaction.ts";
import { fromBytes, toBytes, type Packed } from "./columns/pack.ts";
import type { ProjectionParts } from "./projection.ts";

export type PartName = keyof ProjectionParts;

/** What lies beside the parts: rows that have changed since they were written, as JSON. */
export type Overlay = readonly unknown[];

/**
 * The projection on disk: three parts that were written together, and what has changed since. Sealed like everything else;
 * whatever cannot be read, is of another version or does not belong together counts as not there, and is built again.
 */
export interface BlobStore {
  /**
   * Begins to read the parts, one after the other in the order in which they are needed: tens of megabytes that come at the
   * same time keep the worker from the first of them. Each is null when it is not there.
   */
  read(): {
    readonly [P in PartName]: Promise<Packed | null>;
  } & { readonly overlay: Promise<Overlay | null> };
  /** All parts in one transaction; what had changed before lies in them. */
  write(parts: ProjectionParts): Promise<void>;
  writeOverlay(overlay: Overlay): Promise<void>;
  clear(): Promise<void>;
}

/** Higher whenever what is stored means something else. */
const VERSION = 7;
const TABLE = "parts";
const OVERLAY = "overlay";
const NONCE_BYTES = 12;

interface Stored {
  readonly version: number;
  /** Of one writing; an overlay of another is not its. */
  readonly base: string;
  readonly bytes: ArrayBuffer;
}

/** @param key null in a build without sealing */
export function createBlobStore(
  idb: IDBFactory,
  key: CryptoKey | null,
  name = "carnet-projection",
): BlobStore {
  const opening = openDatabase(idb, name);
  opening.catch(() => {});
  let base = "";

  async function read(part: string): Promise<{
    readonly base: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  } | null> {
    try {
      const table = (await opening).transaction(TABLE).objectStore(TABLE);
      const stored = (await answerOf(table.get(part))) as Stored | undefined;
      if (stored?.version !== VERSION) return null;
      const plain = await open(key, labelOf(part, stored.base), stored.bytes);
      return { base: stored.base, bytes: plain };
    } catch {
      return null;
    }
  }
  async function seal(
    part: string,
    of: string,
    bytes: Uint8Array<ArrayBuffer>,
  ) {
    const sealed = await close(key, labelOf(part, of), bytes);
    return { part, stored: { version: VERSION, base: of, bytes: sealed } };
  }
  async function put(
    rows: readonly { readonly part: string; readonly stored: Stored }[],
    alone: boolean,
  ): Promise<void> {
    // Relaxed: what the disk loses is built again.
    const transaction = (await opening).transaction(TABLE, "readwrite", {
      durability: "relaxed",
    });
    const table = transaction.objectStore(TABLE);
    if (alone) table.clear();
    for (const { part, stored } of rows) table.put(stored, part);
    await ended(transaction);
  }
  return {
    read() {
      const contacts = read("contacts");
      // All parts are of one writing, that of the first.
      const of = contacts.then((first) => {
        base = first?.base ?? "";
        return base;
      });
      const partOf = async (part: string): Promise<Packed | null> => {
        const found = await (part === "contacts" ? contacts : read(part));
        if (!found || found.base !== (await of)) return null;
        try {
          const packed = fromBytes(found.bytes);
          giveBack(found.bytes.buffer);
          return packed;
        } catch {
          return null;
        }
      };
      const list = partOf("contacts");
      const index = list.then(() => partOf("index"));
      return {
        contacts: list,
        index,
        work: index.then(() => partOf("work")),
        overlay: read(OVERLAY).then(async (found) => {
          if (!found || found.base !== (await of)) return null;
          return JSON.parse(new TextDecoder().decode(found.bytes)) as Overlay;
        }),
      };
    },
    async write(parts) {
      const next = crypto.randomUUID();
      // Copied at once, so that all are of one moment, and sealed meanwhile.
      const copies = Object.entries(parts).map(
        ([part, packed]) => [part, toBytes(packed as Packed)] as const,
      );
      const rows = await Promise.all(
        copies.map(([part, bytes]) => seal(part, next, bytes)),
      );
      await put(rows, true);
      for (const { stored } of rows) giveBack(stored.bytes);
      for (const [, bytes] of copies) giveBack(bytes.buffer);
      base = next;
    },
    async writeOverlay(overlay) {
      if (base === "") return;
      const text = new TextEncoder().encode(JSON.stringify(overlay));
      await put([await seal(OVERLAY, base, text)], false);
    },
    async clear() {
      base = "";
      await put([], true);
    },
  };
}

/** A key of its own out of the store's, so that no two kinds of data are sealed with one. */
export async function projectionKey(
  storeKey: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    ...(["raw", storeKey, "HKDF", false, ["deriveKey"]] as const),
  );
  return crypto.subtle.deriveKey(
    {
      name: "HKDF",
      hash: "SHA-256",
      salt: new Uint8Array(),
      info: new TextEncoder().encode("carnet projection"),
    },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

function labelOf(part: string, base: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${part} ${VERSION} ${base}`);
}

async function close(
  key: CryptoKey | null,
  label: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> {
  if (key === null) return bytes.buffer;
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: "AES-GCM", iv, additionalData: label };
  const sealed = await crypto.subtle.encrypt(algorithm, key, bytes);
  const all = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  all.set(iv);
  all.set(new Uint8Array(sealed), NONCE_BYTES);
  return all.buffer;
}

async function open(
  key: CryptoKey | null,
  label: Uint8Array<ArrayBuffer>,
  bytes: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  if (key === null) return new Uint8Array(bytes);
  const iv = new Uint8Array(bytes, 0, NONCE_BYTES);
  const algorithm = { name: "AES-GCM", iv, additionalData: label };
  const sealed = new Uint8Array(bytes, NONCE_BYTES);
  const plain = await crypto.subtle.decrypt(algorithm, key, sealed);
  giveBack(bytes);
  return new Uint8Array(plain);
}

/** Tens of megabytes that are not needed any more would stay until the worker next has reason to tidy up. */
function giveBack(bytes: ArrayBuffer): void {
  if (!bytes.detached) bytes.transfer(0);
}

function openDatabase(idb: IDBFactory, name: string): Promise<IDBDatabase> {
  const opening = idb.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
  return answerOf(opening);
}
