import {
  CONTACT_COLUMNS,
  type ContactColumn,
  type ContactValues,
} from "./contact-columns.ts";

export interface SortBy {
  readonly column: ContactColumn;
  readonly descending: boolean;
}

/** A text column whose values are words, which each language orders its own way; all others are plain signs. */
export function isInWords(column: ContactColumn): boolean {
  return CONTACT_COLUMNS[column] === "text" && !PLAIN.has(column);
}

const PLAIN: ReadonlySet<ContactColumn> = new Set(["email"]);

/** How a language orders words: letters first, then accents, then case, and numbers by what they are worth. */
export function wordCollator(locale: string): Intl.Collator {
  const known = collators.get(locale);
  if (known) return known;
  const collator = new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator;
}

/** Making one takes a thousand times as long as using it. */
const collators = new Map<string, Intl.Collator>();

/**
 * The order of the contact list (SRC-2): by the columns asked for, then by name, then by id, so that two devices show
 * one order. What is empty stands last, whichever way a column is sorted. Sets of codes are ordered as they are written.
 */
export function contactOrder<
  T extends ContactValues & { readonly id: string; readonly name: string },
>(sort: readonly SortBy[], locale: string): (a: T, b: T) => number {
  const { compare } = wordCollator(locale);
  const compares = sort.map(({ column, descending }) => {
    const inWords = isInWords(column);
    return (a: T, b: T): number => {
      const left = sortValue(a[column]);
      const right = sortValue(b[column]);
      if (left === right) return 0;
      if (left === "") return 1;
      if (right === "") return -1;
      const order =
        inWords && typeof left === "string" && typeof right === "string"
          ? compare(left, right)
          : left < right
            ? -1
            : 1;
      return descending ? -order : order;
    };
  });
  return (a, b) => {
    for (const one of compares) {
      const order = one(a, b);
      if (order !== 0) return order;
    }
    return compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  };
}

/** A figure of 0 is empty, like a text of no letters. */
function sortValue(
  value: ContactValues[ContactColumn] | undefined,
): string | number {
  if (typeof value === "object") return value.join(" ");
  return value === undefined || value === 0 ? "" : value;
}
