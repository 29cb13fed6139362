import { splitDocument } from "./sealed-document.ts";
import type { Stored, StoredDocument } from "./stored-document.ts";

/**
 * A document on its way from the page to the store worker, and on to the projection: what is sealed is text already,
 * which is copied at a fraction of an object's price and neither taken apart nor put together again before it is sealed.
 */
export interface NewDocument {
  readonly clear: Pick<StoredDocument, "id" | "contactId" | "atDesc">;
  readonly deleted: boolean;
  readonly text: string;
}

export function toNewDocument(
  document: StoredDocument,
  deleted: boolean,
): NewDocument {
  const { clear, text } = splitDocument(document);
  return { clear: { ...clear, id: document.id }, deleted, text };
}

/** Height and author; RxDB puts a token of the session behind the dash, and asks only for the height. */
export const FIRST_REVISION = "1-carnet";

/** As it is stored, written at `lwt`. */
export function toStored(
  { clear, deleted, text }: NewDocument,
  lwt: number,
): Stored {
  const hidden = JSON.parse(text) as Omit<StoredDocument, "id">;
  return {
    ...{ ...hidden, ...clear, _deleted: deleted, _rev: FIRST_REVISION },
    ...{ _meta: { lwt }, _attachments: {} },
  };
}
