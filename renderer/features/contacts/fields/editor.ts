import type { ContactPatch } from "../../../../shared/domain/field-check.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import type { RefusedText } from "../../../local-store/refused-texts.ts";

/** Where the person goes after a field: stays on it (Enter), the next or previous one (Tab), or elsewhere (click). */
export type Onward = "stay" | "next" | "previous" | "away";

/** What every editor of a field gets and gives back. */
export interface EditorProps {
  readonly contact: Contact;
  readonly label: string;
  /** The text to start with: the stored one, or the refused one. */
  readonly text: string;
  /** Why the text was refused. */
  readonly problem: RefusedText["code"] | null;
  onText(text: string, onward: Onward): void;
  /** Called when the typing pauses: the text outlives the window. */
  onHold(text: string): void;
  onPatch(patch: ContactPatch, onward: Onward): void;
  onRevert(): void;
}
