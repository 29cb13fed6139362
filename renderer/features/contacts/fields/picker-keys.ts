import type { KeyboardEvent } from "react";
import { EDIT_LIST_KEY } from "../../../ui/list-paper.tsx";
import type { Onward } from "./editor.ts";

/** What the keys of a field do that offers a set-up list: its list, back to what it was, on to the next field. */
export function pickerKeys(does: {
  editList(): void;
  revert(): void;
  leave(onward: Onward, input: HTMLInputElement): void;
}) {
  return (event: KeyboardEvent): void => {
    if (event.key === EDIT_LIST_KEY) {
      event.preventDefault();
      does.editList();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      does.revert();
    } else if (event.key === "Tab") {
      event.preventDefault();
      does.leave(
        event.shiftKey ? "previous" : "next",
        event.target as HTMLInputElement,
      );
    }
  };
}
