/**
 * Keys of the elements that rows are drawn in. A row keeps its element as long as it is drawn; jumping from sight to sight,
 * the elements of the old rows are used for the new ones, in their order, so that only what they say changes.
 */
export function createRowKeys(): (
  first: number,
  last: number,
) => (index: number) => number {
  let before = { first: 0, last: -1 };
  let shift = 0;
  return (first, last) => {
    if (first > before.last || last < before.first)
      shift += before.first - first;
    before = { first, last };
    const by = shift;
    return (index) => index + by;
  };
}
