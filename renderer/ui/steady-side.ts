import { useState, type SyntheticEvent } from "react";

/** Of the window: as high as a list grows. */
const LIST_SHARE = 0.45;

/**
 * On which side of its field a picker drops its list, decided as it opens. A list that gets shorter while one types would
 * find room on the other side, and jump there under the eye.
 */
export function useSteadySide() {
  const [above, setAbove] = useState(false);
  return {
    onOpen({ target }: SyntheticEvent): void {
      if (!(target instanceof Element)) return;
      const { top, bottom } = target.getBoundingClientRect();
      const below = window.innerHeight - bottom;
      setAbove(below < window.innerHeight * LIST_SHARE && top > below);
    },
    slotProps: {
      popper: {
        placement: above ? ("top-start" as const) : ("bottom-start" as const),
        modifiers: [{ name: "flip", enabled: false }],
      },
    },
  };
}
