/** Of a button that is a whole line of a list on the card. */
export const lineLook = {
  width: "100%",
  px: 0.75,
  py: 0.5,
  borderRadius: 1,
  textAlign: "left",
  "&:hover": { bgcolor: "surface.hover" },
  "&.Mui-focusVisible": { outlineOffset: "-2px" },
} as const;
