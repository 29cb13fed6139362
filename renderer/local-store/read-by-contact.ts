import { BY_CONTACT_AND_INSTANT, type DexieTable } from "./dexie-layout.ts";
import { readByIds } from "./read-documents.ts";
import type { Codec } from "./seal.ts";
import type { Stored } from "./stored-document.ts";

const KEYS_AT_ONCE = 5000;

/**
 * The living documents that are not older than `atDesc` says, in portions. The index is read alone, key by key; only
 * what is recent is fetched and opened.
 */
export async function readRecent(
  table: DexieTable,
  codec: Codec,
  atDesc: number,
  take: (stored: readonly Stored[]) => void,
): Promise<void> {
  let last: readonly unknown[] = ["0"];
  for (;;) {
    const keys = (await table
      .where(BY_CONTACT_AND_INSTANT)
      .between(last, ["1"], false, false)
      .limit(KEYS_AT_ONCE)
      .keys()) as readonly IndexKey[];
    const ids = keys.filter((key) => key[2] <= atDesc).map((key) => key[3]);
    // One may have been deleted since its key was read.
    await readByIds(table, codec, ids, take);
    const end = keys.at(-1);
    if (end === undefined || keys.length < KEYS_AT_ONCE) return;
    last = end;
  }
}

/** The living documents of one contact (of a line: of one customer), in portions. */
export async function readByContact(
  table: DexieTable,
  codec: Codec,
  contactId: string,
  take: (stored: readonly Stored[]) => void,
): Promise<void> {
  let last: readonly unknown[] = ["0", contactId];
  for (;;) {
    const keys = (await table
      .where(BY_CONTACT_AND_INSTANT)
      .between(last, ["0", `${contactId}\uffff`], false, false)
      .limit(KEYS_AT_ONCE)
      .keys()) as readonly IndexKey[];
    await readByIds(
      table,
      codec,
      keys.map((key) => key[3]),
      take,
    );
    const end = keys.at(-1);
    if (end === undefined || keys.length < KEYS_AT_ONCE) return;
    last = end;
  }
}

type IndexKey = readonly [
  deleted: "0",
  contactId: string,
  atDesc: number,
  id: string,
];
