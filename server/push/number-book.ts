import type {
  Lease,
  SeriesState,
  TakenNumber,
} from "../storage/sync-storage.ts";

/** What the database knew of a series when the push began; leases and taken numbers around those that were typed. */
export interface NumberFacts {
  readonly series: SeriesState;
  /** As it was before the company set it up: numbers of this pattern count in the same row. */
  readonly former?: Pattern;
  /** NUM-1: nobody types a number but those that their device has reserved, in one of these patterns; null = they may. */
  readonly reserved?: readonly Pattern[] | null;
  readonly leases: readonly Lease[];
  /** Includes every number at or ahead of `series.next`. */
  readonly taken: readonly TakenNumber[];
}

export type Numbered =
  | {
      readonly ok: true;
      readonly no: string;
      /** A provisional number that stays searchable (NUM-5). */
      readonly alias?: string;
      /**
       * The typed number that somebody else has (NUM-8) or may still give (NUM-7), or that nobody may type (NUM-1). It goes into the notice and not
       * among the aliases: searched for, it must lead to the other contact alone. That holds for a lease of a revoked
       * device too, whose contacts may come back from elsewhere under their final numbers (NUM-6).
       */
      readonly replaced?: string;
    }
  | { readonly ok: false };

type Pattern = Pick<SeriesState, "prefix" | "digits">;

const PROVISIONAL = /^[A-Z]+~/;

/**
 * Gives numbers of one series, in memory, while the tenant is locked. Numbers are never given twice (NUM-6), and a
 * group that is rejected gives its numbers back (`rollback`).
 */
export interface NumberBook {
  /**
   * `typed`: what the document came with. `issued`: it had that number before this database was restored, so another
   * device's lease is no objection. Fails only when the series has ended (NUM-3).
   */
  assign(
    docId: string,
    typed: string | undefined,
    deviceId: string,
    issued?: boolean,
  ): Numbered;
  /** The next so many that it may give. */
  ahead(count: number): readonly string[];
  commit(): void;
  rollback(): void;
  /** What must be written: null when no number was given. */
  result(): { readonly next: number; readonly taken: TakenNumber[] } | null;
}

export function createNumberBook(facts: NumberFacts): NumberBook {
  const { series, former = series, leases, reserved = null } = facts;
  const ownerOf = new Map(facts.taken.map((t) => [t.no, t.docId]));
  let next = series.next;
  let fresh: TakenNumber[] = [];
  let kept = { next, count: 0 };

  const take = (docId: string, no: string) => {
    ownerOf.set(no, docId);
    const n = numberIn(series, no) ?? numberIn(former, no);
    fresh.push({ no, n, docId });
    return no;
  };
  const free = (
    no: string,
    docId: string,
    deviceId: string,
    issued: boolean,
  ) => {
    if ((ownerOf.get(no) ?? docId) !== docId) return false;
    if (issued) return true;
    const n = numberIn(series, no);
    const lease =
      n === null ? undefined : leases.find((l) => l.lo <= n && n <= l.hi);
    const isNew = ownerOf.get(no) === undefined;
    if (reserved && isNew && !holds(deviceId, no, reserved)) return false;
    return lease === undefined || lease.deviceId === deviceId;
  };

  const holds = (deviceId: string, no: string, patterns: readonly Pattern[]) =>
    patterns.some((pattern) => {
      const n = numberIn(pattern, no);
      return leases.some(
        (l) => l.deviceId === deviceId && n !== null && l.lo <= n && n <= l.hi,
      );
    });

  return {
    assign(docId, typed, deviceId, issued = false) {
      const provisional = typed !== undefined && PROVISIONAL.test(typed);
      if (typed !== undefined && !provisional) {
        if (free(typed, docId, deviceId, issued)) {
          const known = ownerOf.get(typed) === docId;
          return { ok: true, no: known ? typed : take(docId, typed) };
        }
      }
      while (ownerOf.has(formatNumber(series, next))) next += 1;
      if (next > series.last) return { ok: false };
      const no = take(docId, formatNumber(series, next));
      next += 1;
      if (typed === undefined) return { ok: true, no };
      return provisional
        ? { ok: true, no, alias: typed }
        : { ok: true, no, replaced: typed };
    },
    ahead: (count) =>
      Array.from({ length: count }, (_, i) => formatNumber(series, next + i)),
    commit: () => {
      kept = { next, count: fresh.length };
    },
    rollback: () => {
      for (const { no } of fresh.slice(kept.count)) ownerOf.delete(no);
      fresh = fresh.slice(0, kept.count);
      next = kept.next;
    },
    result() {
      if (fresh.length === 0) return null;
      // Those that were typed just ahead are passed for good: each push looks at all that stand ahead.
      while (ownerOf.has(formatNumber(series, next))) next += 1;
      return { next, taken: fresh };
    },
  };
}

/** `CT` and 21 → `CT000021`. */
export function formatNumber(series: Pattern, n: number): string {
  return series.prefix + String(n).padStart(series.digits, "0");
}

/** The 21 of `CT000021`; null when the text has another form (typed by hand). */
export function numberIn(series: Pattern, no: string): number | null {
  if (!no.startsWith(series.prefix)) return null;
  const digits = no.slice(series.prefix.length);
  if (!/^\d{1,12}$/.test(digits)) return null;
  return formatNumber(series, Number(digits)) === no ? Number(digits) : null;
}

/** The form that clients are told: `CT{000000}`. */
export function patternOf(series: Pattern): string {
  return `${series.prefix}{${"0".repeat(series.digits)}}`;
}
