/**
 * Where a list that is sorted by words has its first row from `typed` on, by halving: about 17 rows are read of
 * 100,000. `typed` is compared with the beginning of each word value, without accents and case.
 */
export async function placeOf(
  typed: string,
  total: number,
  valueAt: (index: number) => Promise<string>,
  order: { readonly collator: Intl.Collator; readonly descending: boolean },
): Promise<number> {
  let low = 0;
  let high = total;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = (await valueAt(middle)).slice(0, typed.length);
    // What is empty stands last, whichever way the list is sorted.
    const compared = start === "" ? -1 : order.collator.compare(typed, start);
    const isBefore = order.descending
      ? start !== "" && compared < 0
      : start !== "" && compared > 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, total - 1));
}
