import type { JournalEntry, MergedField } from "../../../shared/ipc/journal.ts";
import type { LeaseAnswer } from "../../../shared/sync/protocol.ts";
import type { JournalBase } from "./journal-state.ts";

/** Of the files, not of the wire. A reader refuses a journal of a later version than its own; 2 has `carried`, 3 `sent` and what can be set aside, 4 `erased`. */
export const JOURNAL_VERSION = 4;

/**
 * What the journal remembers. Records are only ever added; the state is the fold of all of them.
 *
 * `header` is the first record of each segment file and carries the state before it, so that old entries can be dropped
 * by starting a new segment (nothing else has to know).
 */
export type JournalRecord =
  | {
      readonly k: "header";
      readonly version: number;
      readonly base: JournalBase | null;
    }
  | { readonly k: "entry"; readonly entry: JournalEntry }
  /** Every entry up to `upto` was processed by the server; it refused those named. */
  | {
      readonly k: "acknowledged";
      readonly upto: number;
      readonly refused: readonly RefusedEntry[];
      /** Unix ms by this machine's clock; absent in journals of version 1. */
      readonly at?: number;
    }
  /** Entries that a new segment takes over from the one before it. */
  | ({ readonly k: "carried" } & CarriedEntries)
  /** The person has dealt with a refused entry; in journals before version 3. */
  | { readonly k: "dismissed"; readonly d: number }
  /** Entries up to `upto` are about to leave this machine, or, with a lower one than before, have not left it after all. */
  | { readonly k: "sent"; readonly upto: number }
  /** Not to be sent: an empty entry keeps the number of each. */
  | {
      readonly k: "aside";
      readonly ms: readonly string[];
      readonly as: "held" | "discarded";
      readonly at: number;
      /** Empty entries for what was held and is discarded now, by its mutation id, in the order of their numbers. */
      readonly slots: Readonly<Record<string, JournalEntry>>;
    }
  /** What was discarded is held, or refused, as it was before. */
  | { readonly k: "put-back"; readonly ms: readonly string[] }
  /** What was set aside or refused is sent under a number of its own. */
  | {
      readonly k: "resumed";
      readonly of: readonly {
        readonly m: string;
        readonly entry: JournalEntry;
      }[];
    }
  /** Fields that a merge changed without asking; a key that is known already is overwritten. */
  | { readonly k: "merged"; readonly items: readonly MergedField[] }
  /** PRV-5: what was ever written about these documents (`COLLECTION/ID`) and contacts is forgotten. */
  | {
      readonly k: "erased";
      readonly keys: readonly string[];
      readonly contacts: readonly string[];
    }
  /** Of what has not been sent, these go first. */
  | { readonly k: "first"; readonly ms: readonly string[] }
  | {
      readonly k: "lease";
      readonly lease: LeaseAnswer;
      /** What was free of earlier leases is given up. */
      readonly renewed?: true;
    }
  | {
      readonly k: "taken";
      readonly series: string;
      readonly n: number;
      /** `n` in the pattern of its lease, as it was given away. */
      readonly no: string;
    }
  | { readonly k: "clock"; readonly offsetMs: number }
  /** The server knows this device by a new id from here on: what is unsent is numbered from 1 again, and its leases are gone. */
  | ({ readonly k: "device" } & DeviceIdentity)
  /** Never written: stands for records that can no longer be read, with readable ones after them. */
  | { readonly k: "lost"; readonly count: number };

export interface CarriedEntries {
  readonly pending?: readonly JournalEntry[];
  readonly kept?: readonly KeptEntry[];
  readonly refused?: readonly JournalEntry[];
  readonly aside?: readonly AsideEntry[];
  readonly merged?: readonly MergedField[];
}

/** An entry that the server has acknowledged: kept for a while, should the server be restored from an older copy. */
export type KeptEntry = JournalEntry & { readonly ackedAt: number };

/** One that a person holds or has discarded. */
export type AsideEntry = JournalEntry & {
  readonly aside: NonNullable<JournalEntry["aside"]>;
};

/** As whom the server knows this device. */
export interface DeviceIdentity {
  readonly deviceId: string;
  /** The company whose data is on this machine. */
  readonly tenantId: string;
}

export interface RefusedEntry {
  readonly d: number;
  readonly code: string;
  readonly message: string;
}
