/** Of a button that is one of several to choose from: whether it is the chosen one. */
export function chosenLook(on: boolean) {
  return {
    border: 1,
    borderColor: on ? "primary.main" : "divider",
    bgcolor: on ? "surface.selected" : undefined,
    fontSize: 13,
    fontWeight: on ? 600 : 450,
    "&:hover": { bgcolor: on ? undefined : "surface.hover" },
  } as const;
}
