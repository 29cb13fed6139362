/** A quiet table: figures on the right, in digits of one width. */
export const figureTableStyle = {
  width: "100%",
  borderCollapse: "collapse",
  fontSize: 13,
  "& th": {
    fontWeight: 550,
    color: "text.secondary",
    textAlign: "left",
    fontSize: 12,
    py: 0.5,
    px: 0.75,
    verticalAlign: "bottom",
  },
  "& td": { py: 0.625, px: 0.75, verticalAlign: "top" },
  "& th:first-of-type, & td:first-of-type": { pl: 0 },
  "& th:last-of-type, & td:last-of-type": { pr: 0 },
  "& .figure": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  "& tbody tr, & tfoot tr": { borderTop: 1, borderColor: "divider" },
  "& tfoot td": { fontWeight: 600 },
} as const;
