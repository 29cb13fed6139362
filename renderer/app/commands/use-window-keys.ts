import { isElsewhere, isTyping, useHotkeys } from "../../ui/use-hotkeys.ts";

/** Keys that are no command's: Delete on the open card, F6 round the parts of the window. */
export function useWindowKeys(
  openCard: string,
  deleteContacts: (ids: readonly string[]) => void,
): void {
  useHotkeys({
    Delete: (event) => {
      const onCard = document.getElementById("card");
      // In a text the key is the text's, and in the list the list's own.
      if (openCard === "" || isTyping(event.target) || isElsewhere())
        return false;
      if (!onCard?.contains(document.activeElement)) return false;
      return deleteContacts([openCard]);
    },
    F6: () => focusNextRegion(),
  });
}

/** F6 goes round: navigation, list, card or page. */
function focusNextRegion(): void {
  const regions = [
    document.querySelector<HTMLElement>("nav a[aria-current]"),
    document.getElementById("contact-grid"),
    document.getElementById("card") ?? document.getElementById("main"),
  ].filter((region) => region !== null);
  const here = regions.findLastIndex((region) =>
    region.contains(document.activeElement),
  );
  regions[(here + 1) % regions.length]?.focus();
}
