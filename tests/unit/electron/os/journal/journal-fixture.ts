import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { onTestFinished } from "vitest";
import {
  openJournal,
  type Journal,
} from "../../../../../electron/os/journal/journal.ts";
import type {
  JournalHandle,
  JournalIo,
} from "../../../../../electron/os/journal/journal-io.ts";
import type { Op } from "../../../../../shared/sync/protocol.ts";

export const KEY = createHash("sha256").update("test key").digest();

/** Opens the journal with a clock that stands at `at` and randomness that counts. */
export async function openAt(
  folder: string,
  options: {
    readonly at?: number;
    readonly io?: JournalIo;
    readonly key?: Uint8Array;
    readonly preallocation?: number;
    readonly mirror?: string;
  } = {},
): Promise<Journal> {
  let drawn = 0;
  const journal = await openJournal({
    folder,
    key: options.key ?? KEY,
    clock: { now: () => options.at ?? 1_790_000_000_000 },
    random: {
      bytes: (length) =>
        createHash("sha256")
          .update(`${Math.random()} ${(drawn += 1)}`)
          .digest()
          .subarray(0, length),
    },
    preallocation: options.preallocation ?? 64 * 1024,
    mirror: options.mirror,
    ...(options.io ? { io: options.io } : {}),
  });
  onTestFinished(() => journal.close().catch(() => undefined));
  return journal;
}

export function segmentFileIn(folder: string): string {
  const name = readdirSync(folder)
    .filter((one) => /^journal-\d+\.bin$/.test(one))
    .sort()
    .at(-1);
  if (name === undefined) throw new Error("no segment");
  return path.join(folder, name);
}

/** Operations that insert a contact of this name. */
export function insertOf(name: string): Op[] {
  const id = "0190c0de-0000-7000-8000-000000000001";
  return [{ c: "contacts", id, k: "ins", v: { id, type: "company", name } }];
}

export function nameIn(entry: { readonly ops: readonly Op[] }): unknown {
  const [op] = entry.ops;
  return op?.k === "ins" ? op.v["name"] : undefined;
}

export class DiskError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A disk on which the next writes and syncs can be made to fail, before or after the bytes have reached the file. */
export function failingDisk(): {
  readonly io: JournalIo;
  /** What happens to calls from now on; null = they work. */
  fail(how: Failure | null): void;
  /** How many fdatasyncs there have been. */
  syncs(): number;
} {
  let failure: Failure | null = null;
  let syncs = 0;
  const io: JournalIo = {
    openFile: async (file) => {
      const handle = await open(file, "r+");
      const write = async (
        bytes: Buffer,
        from: number,
        length: number,
        at: number,
      ) => {
        if (failure?.call === "growth") {
          const { size } = await handle.stat();
          if (at + length > size) throw new DiskError(failure.code);
        }
        if (failure?.call === "write") {
          const kept = Math.min(length, failure.keeps ?? 0);
          failure = { ...failure, keeps: 0 };
          if (kept > 0) await handle.write(bytes, from, kept, at);
          throw new DiskError(failure.code);
        }
        return handle.write(bytes, from, length, at);
      };
      return {
        write: write as JournalHandle["write"],
        datasync: async () => {
          syncs += 1;
          if (failure?.call === "datasync") throw new DiskError(failure.code);
          await handle.datasync();
        },
        close: () => handle.close(),
      };
    },
  };
  return {
    io,
    fail: (how) => {
      failure = how;
    },
    syncs: () => syncs,
  };
}

interface Failure {
  /** `growth`: only what would make the file longer fails, as on a full disk. */
  readonly call: "write" | "datasync" | "growth";
  readonly code: string;
  /** Bytes that still reach the file, of the first write that fails. */
  readonly keeps?: number;
}
