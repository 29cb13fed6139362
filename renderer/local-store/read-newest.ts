import type { CalendarDay } from "../../shared/core/calendar.ts";
import { AT_DESC_MAX } from "../../shared/entities/define-entity.ts";
import {
  BY_CONTACT_AND_INSTANT,
  openAll,
  type DexieTable,
  type RawDocument,
} from "./dexie-layout.ts";
import type { Codec } from "./seal.ts";
import type { Stored } from "./stored-document.ts";

/** The newest documents of some contacts together. */
export interface Newest {
  readonly stored: readonly Stored[];
  /** Everything of a later day is there. Null = everything. */
  readonly after: CalendarDay | null;
}

type Found = RawDocument & {
  readonly contactId: string;
  readonly atDesc: number;
};

const CONTACTS_AT_ONCE = 200;
/** Of each contact its newest, then more at a time of those whose newest are among the newest of all. */
const EACH_AT_ONCE = [1, 4, 16];

/**
 * The newest `limit` living documents of some contacts. Of each contact some are fetched, and more only while they may be
 * among the newest; no others are opened.
 */
export async function readNewest(
  table: DexieTable,
  codec: Codec,
  contactIds: readonly string[],
  limit: number,
): Promise<Newest> {
  let found: readonly Found[] = [];
  let all = true;
  let from = contactIds.map((id): IndexPlace => ["0", id]);
  for (let round = 0; from.length > 0; round++) {
    const each = EACH_AT_ONCE[Math.min(round, EACH_AT_ONCE.length - 1)] ?? 1;
    const portions: (readonly Found[])[] = [];
    for (let i = 0; i < from.length; i += CONTACTS_AT_ONCE) {
      const asked = from.slice(i, i + CONTACTS_AT_ONCE);
      portions.push(
        ...(await Promise.all(
          asked.map((place) => readFrom(table, place, each)),
        )),
      );
    }
    const together = [...found, ...portions.flat()].toSorted(byInstant);
    found = together.slice(0, limit);
    const last = found.length === limit ? found.at(-1) : undefined;
    const further = portions.flatMap((one) => goesOn(one, each));
    from = further.filter((place) => !last || (place[2] ?? 0) < last.atDesc);
    if (together.length > limit || further.length > from.length) all = false;
  }
  const oldest = found.at(-1);
  return {
    stored: await openAll(found, codec),
    after: all || !oldest ? null : dayOf(oldest),
  };
}

/** Of one contact: from its newest document on, or from behind another. */
type IndexPlace = readonly [
  deleted: "0",
  contactId: string,
  atDesc?: number,
  id?: string,
];

async function readFrom(
  table: DexieTable,
  place: IndexPlace,
  each: number,
): Promise<readonly Found[]> {
  const raw = await table
    .where(BY_CONTACT_AND_INSTANT)
    .between(place, ["0", place[1], Infinity], false, true)
    .limit(each)
    .toArray();
  return raw as readonly Found[];
}

/** Where a portion ends behind which there may be more. */
function goesOn(
  portion: readonly Found[],
  each: number,
): readonly IndexPlace[] {
  const end = portion.at(-1);
  if (!end || portion.length < each) return [];
  return [["0", end.contactId, end.atDesc, end.id]];
}

function byInstant(a: Found, b: Found): number {
  return a.atDesc - b.atDesc || (a.id < b.id ? -1 : 1);
}

function dayOf({ atDesc }: Found): CalendarDay {
  return new Date(AT_DESC_MAX - atDesc)
    .toISOString()
    .slice(0, 10) as CalendarDay;
}
