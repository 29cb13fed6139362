/** Fields of a form two by two, as far apart as those below one another. */
export const twoColumns = {
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
  columnGap: 1.25,
  rowGap: 1.75,
  alignItems: "start",
} as const;
