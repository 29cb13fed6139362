import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import { nameKey } from "../../../shared/vcard/name-key.ts";
import { grown } from "./columns/numbers.ts";
import type { ContactTable } from "./contact-table.ts";

/** Which contacts have a name or an external id. Sums of names are made at the first import and kept from then on. */
export interface NamesKnown {
  changed(row: number): void;
  find(lookups: Lookups): readonly string[];
}

export function createNamesKnown(table: ContactTable): NamesKnown {
  let sums: Uint32Array | null = null;
  let idSums = new Uint32Array();
  return {
    changed(row) {
      if (sums === null) return;
      sums = grown(sums, row + 1);
      sums[row] = 0;
    },
    find({ names, externalIds, nos = [] }) {
      const keys = new Set(names);
      const wantedSums = new Set(names.map(sumOf));
      const wantedIds = new Set(externalIds);
      const wantedIdSums = new Set(externalIds.map(sumOf));
      const wantedNos = new Set(nos);
      sums = grown(sums ?? new Uint32Array(), table.ids.size);
      idSums = grown(idSums, table.ids.size);
      // A card that was exported here carries the contact's own id.
      const ownRows = new Set(externalIds.map((id) => table.ids.find(id)));
      const found = new Set<string>();
      for (let row = 0; row < table.ids.size; row++) {
        const standing = table.standingFor(row);
        if (standing < 0) continue;
        if (sums[row] === 0) {
          sums[row] = sumOf(nameKey(table.text(row, "name")));
          idSums[row] = sumOf(table.externalIdAt(row));
        }
        const isNamed =
          wantedSums.has(sums[row] ?? 0) &&
          keys.has(nameKey(table.text(row, "name")));
        const hasId =
          wantedIdSums.has(idSums[row] ?? 0) &&
          wantedIds.has(table.externalIdAt(row));
        const hasNo =
          wantedNos.size > 0 && wantedNos.has(table.text(row, "no"));
        if (!isNamed && !hasId && !hasNo && !ownRows.has(row)) continue;
        // Whoever knows an absorbed one is told of the one that stands for it, too.
        found.add(table.ids.idAt(row)).add(table.ids.idAt(standing));
      }
      return [...found];
    },
  };
}

/** FNV-1a, never 0. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0 || 1;
}
