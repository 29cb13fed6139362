import { copyFile, mkdir, rm } from "node:fs/promises";
import type { Clock } from "../../../shared/core/clock.ts";
import type { Hlc } from "../../../shared/core/hlc.ts";
import type { RandomSource } from "../../../shared/core/ids.ts";
import type {
  AppendResult,
  Arranged,
  Arrangement,
  JournalEntry,
  JournalState,
  MergedField,
} from "../../../shared/ipc/journal.ts";
import type {
  Group,
  GroupResult,
  LeaseAnswer,
} from "../../../shared/sync/protocol.ts";
import { compacted, removeOlder } from "./compact-journal.ts";
import { createJournal } from "./create-journal.ts";
import { openJournalFile } from "./journal-file.ts";
import {
  JournalUnusable,
  readJournalFolder,
  removeLeftovers,
  type ReadSegment,
} from "./journal-folder.ts";
import { diskIo, type JournalIo } from "./journal-io.ts";
import {
  copyIn,
  mendFromMirror,
  mirroredIo,
  removeBeside,
  renewMirror,
} from "./mirror.ts";
import type { DeviceIdentity } from "./journal-record.ts";
import { encodeRecord } from "./record-codec.ts";

/**
 * The durable record of unsent work. Whatever a method has answered is on disk; what was refused has left no trace and
 * used up no number. One process, one journal.
 */
export interface Journal {
  /** Waits for what is under way: a window that has just been loaded hears of it here or not at all. */
  read(): Promise<JournalState>;
  append(label: string, ops: Group["ops"]): Promise<AppendResult>;
  /**
   * A document sent back whole to a restored server, as it was at `hlc`; `needless` when an unsent entry above `since`
   * speaks of it already: behind that one, it would come too late or take a deletion back.
   */
  appendAgain(
    hlc: Hlc,
    ops: Group["ops"],
    since: number,
  ): Promise<AppendResult | { readonly status: "needless" }>;
  /**
   * Entries with `d` above `after`, oldest first, acknowledged ones too as long as they are kept. `gapless`: from
   * `after` + 1 on, with stand-ins for what is no longer kept.
   */
  entries(
    after: number,
    limit: number,
    gapless: boolean,
  ): Promise<readonly JournalEntry[]>;
  /**
   * The counters after it; unchanged ones when the disk refused (the server will call the entries `dup` then), and when
   * the answer was to another device id than the present one: entries have other numbers under each.
   */
  acknowledge(
    upto: number,
    results: readonly GroupResult[],
    deviceId: string,
  ): Promise<Pick<JournalState, "acked" | "lastD">>;
  /** What a person does with what waits, is held or was refused; never in part. */
  arrange(arrangement: Arrangement): Promise<Arranged>;
  /** Fields that a merge changed without asking anybody; gives those of the last 30 days. */
  noteMerged(items: readonly MergedField[]): Promise<readonly MergedField[]>;
  /**
   * PRV-5: forgets whatever was written about these documents (`COLLECTION/ID`) and contacts, on the disk too. Rejects
   * when the disk refuses.
   */
  forgetErased(
    keys: readonly string[],
    contacts: readonly string[],
  ): Promise<JournalState>;
  /** Everything that it holds, to be searched. */
  remembered(): Promise<readonly unknown[]>;
  /**
   * These groups are about to be sent; from now on their entries cannot be set aside or moved. Gives what is to be sent
   * under their numbers, which is something else where a person was quicker.
   */
  transmitting(groups: readonly Group[]): Promise<Transmission>;
  /** Nothing of it has reached the server, for certain. */
  notTransmitted(transmission: Transmission): Promise<void>;
  /** The next number of a lease, never given twice; null when there is none, or the disk refused to remember it. */
  takeNumber(series: string): Promise<string | null>;
  numbersLeft(series: string): number;
  /**
   * How many are left after it. A lease that is known already changes nothing. `renewed`: it stands in for all earlier
   * ones, of which the server may know nothing any more.
   */
  addLease(lease: LeaseAnswer, renewed?: boolean): Promise<number>;
  /** Stamps of later entries are corrected by this much. */
  setClockOffset(offsetMs: number): Promise<void>;
  /** Company whose data is on this machine; null until the first connection ever. */
  tenantId(): string | null;
  /** From here on the server knows this device by this id; a new one makes it expect `d` = 1, and has no lease yet. */
  startDevice(device: DeviceIdentity): Promise<void>;
  close(): Promise<void>;
}

export interface Transmission {
  readonly groups: readonly Group[];
  readonly deviceId: string | null;
  /** What had been on its way before. */
  readonly before: number;
}

export async function openJournal(deps: {
  readonly folder: string;
  /** A second folder, for the same once more. */
  readonly mirror?: string | undefined;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly io?: JournalIo;
  /** Bytes written ahead; 16 MB unless a test cannot wait for them. */
  readonly preallocation?: number;
  /** Hears which entries have been on their way, whenever that changes. */
  readonly onSent?: (upto: number) => void;
}): Promise<Journal> {
  const { clock, random, key } = deps;
  await mkdir(deps.folder, { recursive: true, mode: 0o700 });
  const { mirror } = deps;
  // Not to have a second one is no reason to have none.
  const same =
    mirror === undefined
      ? null
      : await mendFromMirror(deps.folder, mirror, key).catch(passOver);
  const read = await readJournalFolder(deps.folder, key);
  const found = await compacted(deps.folder, key, read, clock.now());
  if (mirror !== undefined && found.file !== same)
    await renewMirror(found.file, mirror).catch(passOver);
  const { memory } = found;
  const io = deps.io ?? diskIo;
  const openFile = ({ file, ...of }: ReadSegment) =>
    openJournalFile({
      ...of,
      io: mirror === undefined ? io : mirroredIo(io, mirror),
      path: file,
      preallocation: deps.preallocation,
    });
  let { segment, nextSeq: seq } = found;
  let file = await openFile(found);
  return createJournal({
    memory,
    clock,
    random,
    tornBytes: found.dirtyUpTo - found.end + found.damagedBytes,
    onSent: deps.onSent,
    log: {
      async append(records) {
        const parts = records.map((record, i) =>
          encodeRecord(key, { segment, seq: seq + i }, seq, record),
        );
        await file.append(Buffer.concat(parts));
        seq += parts.length;
      },
      async rewrite() {
        const { folder } = deps;
        const old = await readJournalFolder(folder, key);
        const fresh = await compacted(folder, key, old, clock.now(), true);
        if (fresh.segment === segment) return;
        const copy = mirror && copyIn(mirror, fresh.file);
        const before = file;
        try {
          // The old one counts until the new one is open: entries go on coming.
          if (copy) await copyFile(fresh.file, copy);
          file = await openFile(fresh);
        } catch (error) {
          await rm(fresh.file, { force: true });
          if (copy) await rm(copy, { force: true });
          throw error;
        }
        ({ segment, nextSeq: seq } = fresh);
        await before.close();
        await removeOlder(folder, segment);
        await removeLeftovers(folder);
        if (copy) await removeBeside(copy);
      },
      close: () => file.close(),
    },
  });
}

function passOver(error: unknown): null {
  if (error instanceof JournalUnusable) throw error;
  return null;
}
