import { isElsewhere, isTyping } from "../../ui/use-hotkeys.ts";

/** What lies under the pointer, or has the keyboard: lines and cards say of whom they are (`data-contact`, `data-task`). */
export interface PageContext {
  readonly contact: string | null;
  readonly task: string | null;
  readonly onCard: boolean;
  readonly at: { readonly left: number; readonly top: number };
}

/** Null where there is nothing of ours: in a text, on chosen words, behind a dialog. */
export function contextAt(event: MouseEvent): PageContext | null {
  const { target } = event;
  if (!(target instanceof Element) || isTyping(target) || isElsewhere())
    return null;
  const chosen = getSelection();
  if (chosen && !chosen.isCollapsed && chosen.containsNode(target, true))
    return null;
  // The keyboard is in the list as a whole, and its keys act on one row.
  const row =
    target.id === "contact-grid" ? target.querySelector(".row.here") : null;
  const place = row ?? target;
  const of = place.closest<HTMLElement>("[data-contact],[data-task]");
  const contact = of?.dataset["contact"] ?? null;
  const task = of?.dataset["task"] ?? null;
  if (!of || (contact === null && task === null)) return null;
  const { left, bottom } = of.getBoundingClientRect();
  return {
    ...{ contact, task, onCard: of.id === "card" },
    at: row
      ? { left: left + 24, top: bottom }
      : { left: event.clientX, top: event.clientY },
  };
}
