import type { ReactNode } from "react";

/** What is asked of the form that makes a contact where its name was typed; a page brings it along. */
export interface NewContactAsked {
  readonly name: string;
  /** It is here, made just now or found among those that may be the same. */
  onHere(id: string): void;
  onClose(): void;
}
export type NewContactForm = (asked: NewContactAsked) => ReactNode;
