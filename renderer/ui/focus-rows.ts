import { isElsewhere } from "./use-hotkeys.ts";

/** The keyboard goes to the rows of the list, as soon as the box in front of it has given it back. */
export function focusRows(frames = 120): void {
  if (!isElsewhere()) document.getElementById("contact-grid")?.focus();
  else if (frames > 0) requestAnimationFrame(() => focusRows(frames - 1));
}
