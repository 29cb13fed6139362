import { distanceKm, pointOf } from "../directory/locality-points.ts";
import type { Contact } from "../entities/contact.ts";

type Placed = Pick<Contact, "id" | "postCode" | "city" | "country">;

/**
 * Who is within `km` of a contact, the nearest first, by the towns of the official directory (LOC-3); itself and whoever
 * has no known Swiss place are left out. Kilometres as the crow flies, from town to town.
 */
export function nearestFirst<T extends Placed>(
  contact: Placed,
  others: readonly T[],
  km: number,
): readonly { readonly row: T; readonly km: number }[] {
  const here = placeOf(contact);
  if (!here) return [];
  return others
    .flatMap((row) => {
      const there = row.id === contact.id ? null : placeOf(row);
      const away = there && distanceKm(here, there);
      return away === null || away > km ? [] : [{ row, km: away }];
    })
    .toSorted((a, b) => a.km - b.km || (a.row.id < b.row.id ? -1 : 1));
}

function placeOf({ postCode, city, country }: Placed) {
  const abroad =
    country !== undefined &&
    country !== "" &&
    country !== "CH" &&
    country !== "LI";
  return abroad ? null : pointOf(postCode, city);
}
