import { setImmediate } from "node:timers/promises";
import type { JournalRecord } from "./journal-record.ts";
import { decodeRecord, type Decoded } from "./record-codec.ts";

/** Records decoded before other work of the main process gets its turn. */
const RECORDS_PER_TURN = 500;
/** How far past damage the next readable record is looked for, and how many may be missing between. */
const SEARCH_BYTES = 256 * 1024;
const SEARCH_RECORDS = 1000;
/** A length beyond this is not followed while searching: checking its sum would take too long. */
const SEARCH_LENGTH = 4 * 1024 * 1024;

type Read = Extract<Decoded, { kind: "record" }>;

export interface RecordsRead {
  /** Sequence number that comes next. */
  readonly nextSeq: number;
  /** Where the last readable record ends. */
  readonly end: number;
  /** Bytes of records that are damaged although readable ones follow. */
  readonly damagedBytes: number;
}

/**
 * Hands every readable record from `at` on to `take`, in order.
 *
 * A write that was cut short by a crash leaves damage at the very end: that was never answered, and ends the journal. A
 * record that has gone bad with later writes behind it had been answered: `take` gets a `lost` in its place, and the
 * work behind it is not lost with it.
 */
export async function readRecords(
  key: Uint8Array,
  segment: number,
  bytes: Buffer,
  from: { readonly at: number; readonly seq: number },
  take: (record: JournalRecord) => void,
): Promise<RecordsRead> {
  let { at, seq } = from;
  let damagedBytes = 0;
  for (let turn = 1; ; turn += 1) {
    const decoded = decodeRecord(key, { segment, seq }, bytes, at);
    if (decoded.kind === "record") {
      take(decoded.payload as JournalRecord);
      at = decoded.next;
      seq += 1;
    } else {
      const next = recordBehind(key, segment, bytes, at, seq);
      if (next === null) return { nextSeq: seq, end: at, damagedBytes };
      take({ k: "lost", count: next.seq - seq });
      damagedBytes += next.at - at;
      ({ at, seq } = next);
    }
    if (turn % RECORDS_PER_TURN === 0) await setImmediate();
  }
}

/** The next readable record behind damage, if a later write than the damaged one shows that it had been answered. */
function recordBehind(
  key: Uint8Array,
  segment: number,
  bytes: Buffer,
  at: number,
  seq: number,
): { readonly at: number; readonly seq: number } | null {
  for (const candidate of candidates(bytes, at)) {
    const found = decodeAnyOf(key, segment, bytes, candidate, seq + 1);
    if (found === null) continue;
    return laterWriteFollows(key, segment, bytes, found.record, found.seq, seq)
      ? { at: candidate, seq: found.seq }
      : null;
  }
  return null;
}

/** Where a record may begin: first where the damaged one says it ends, then everywhere. */
function* candidates(bytes: Buffer, at: number): Generator<number> {
  const stop = Math.min(bytes.length - 8, at + SEARCH_BYTES);
  if (at + 8 > bytes.length) return;
  const told = at + 8 + bytes.readUInt32LE(at);
  if (told > at + 8 && told <= bytes.length - 8) yield told;
  for (let next = at + 1; next <= stop; next += 1) {
    const length = bytes.readUInt32LE(next);
    if (length > 0 && length <= SEARCH_LENGTH) yield next;
  }
}

function decodeAnyOf(
  key: Uint8Array,
  segment: number,
  bytes: Buffer,
  at: number,
  firstSeq: number,
): { readonly record: Read; readonly seq: number } | null {
  for (let seq = firstSeq; seq < firstSeq + SEARCH_RECORDS; seq += 1) {
    const decoded = decodeRecord(key, { segment, seq }, bytes, at);
    if (decoded.kind === "record") return { record: decoded, seq };
    // Only a whole record of another number is worth a further try.
    if (decoded.kind !== "foreign") return null;
  }
  return null;
}

/** Writes go to the disk one after the other: what lies before the beginning of a later one had been answered. */
function laterWriteFollows(
  key: Uint8Array,
  segment: number,
  bytes: Buffer,
  found: Read,
  foundSeq: number,
  lostSeq: number,
): boolean {
  let record: Decoded = found;
  for (let seq = foundSeq + 1; record.kind === "record"; seq += 1) {
    if (record.group > lostSeq) return true;
    record = decodeRecord(key, { segment, seq }, bytes, record.next);
  }
  return false;
}
