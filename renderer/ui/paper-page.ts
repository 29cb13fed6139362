/** While something is printed, everything around it gives way; a dark window would print dark margins. */
export const paperPage = {
  ":root": { colorScheme: "light !important" },
  "html, body": {
    height: "auto !important",
    overflow: "visible !important",
    margin: 0,
  },
  body: { background: "#fff !important" },
} as const;
