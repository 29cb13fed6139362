/** A quiet table: lines between rows, names of columns small, the first column as heading of its row. */
export const tableStyle = {
  width: "100%",
  borderCollapse: "collapse",
  fontSize: 13,
  "& th, & td": {
    textAlign: "left",
    verticalAlign: "top",
    py: 0.625,
    pr: 2,
    fontWeight: 400,
    overflowWrap: "anywhere",
  },
  "& th:last-child, & td:last-child": { pr: 0 },
  "& thead th": { fontSize: 12, color: "text.secondary", pb: 0.375 },
  "& tbody tr": { borderTop: 1, borderColor: "divider" },
  "& .number": { textAlign: "right" },
} as const;
