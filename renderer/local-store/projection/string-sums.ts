import type { DuplicateSetUp } from "../../../shared/domain/duplicate-set-up.ts";
import type { StringSums } from "../../../shared/domain/duplicates/scan-strings.ts";
import {
  searchStrings,
  type MatchFields,
} from "../../../shared/domain/duplicates/search-strings.ts";
import type { ContactTable } from "./contact-table.ts";
import { aTurn } from "./run-search.ts";
import type { SlimContact } from "./slim-contact.ts";

type Rows = Pick<DuplicateSetUp, "rows" | "normaliser">;

/** Contacts between two turns of whoever else asks. */
const AT_ONCE = 500;

/** DUP-8: the search strings of all contacts as sums, made when they are first asked for and kept from then on. */
export interface SumsKept {
  changed(row: number): void;
  /** Of contacts that are here; all others have none. */
  of(rows: Rows): Promise<StringSums>;
}

export function createStringSums(table: ContactTable): SumsKept {
  let key = "";
  let width = 0;
  let sums = new Uint32Array();
  let known = new Uint8Array();

  function write(row: number, rows: Rows): void {
    const strings = table.isHere(row)
      ? searchStrings(matchFields(table.slimAt(row)), rows)
      : rows.rows.map(() => "");
    sums.set(strings.map(sumOf), row * width);
    known[row] = 1;
  }
  return {
    changed(row) {
      if (row < known.length) known[row] = 0;
    },
    async of(rows) {
      const wanted = JSON.stringify([rows.rows, rows.normaliser]);
      if (key !== wanted) {
        key = wanted;
        width = rows.rows.length;
        sums = new Uint32Array();
        known = new Uint8Array();
      }
      const size = table.ids.size;
      if (known.length < size) {
        const room = Math.ceil(size * 1.1);
        const more = new Uint32Array(room * width);
        more.set(sums);
        sums = more;
        const marks = new Uint8Array(room);
        marks.set(known);
        known = marks;
      }
      let made = 0;
      for (let row = 0; row < size; row++) {
        if (known[row] === 1) continue;
        write(row, rows);
        if (++made % AT_ONCE !== 0) continue;
        await aTurn();
        // Asked for otherwise meanwhile.
        if (key !== wanted) return this.of(rows);
      }
      return { sums: sums.subarray(0, size * width), width };
    },
  };
}

export function matchFields(contact: SlimContact): MatchFields {
  const { row, name2, vatNo, rare } = contact;
  return {
    ...{ name: row.name, name2, vatNo, ...rare },
    ...{ address: row.address, postCode: row.postCode, city: row.city },
    ...{ mobile: row.mobile, email: row.email },
    phone: rare.noPhone ? "" : row.phone,
  };
}

export function sumsOf(contact: SlimContact, rows: Rows): Uint32Array {
  return Uint32Array.from(searchStrings(matchFields(contact), rows), sumOf);
}

/** FNV-1a; 0 is no text's but the empty one's. */
export function sumOf(text: string): number {
  if (text === "") return 0;
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0 || 1;
}
