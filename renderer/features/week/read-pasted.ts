import { weekOf } from "../../../shared/core/calendar.ts";
import {
  isFreeLine,
  visitOfLine,
} from "../../../shared/domain/week/pasted-sentence.ts";
import {
  readPaste,
  type PasteFacts,
  type PastedVisit,
} from "../../../shared/domain/week/read-paste.ts";
import type { ContactList, ContactRow } from "../../local-store/store.ts";
import { findContact } from "./find-contact.ts";

/** A pasted line and whom it means. */
export interface Pasted {
  readonly visit: PastedVisit;
  /** Null = nobody, or it cannot be told who. */
  readonly contact: Pick<
    ContactRow,
    "id" | "type" | "name" | "companyName" | "city"
  > | null;
  /** Met besides, by a sentence. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Lines by their pieces where these name somebody, else as sentences; `mardi` is that of the week that is shown. */
export async function readPasted(
  list: Pick<ContactList, "query" | "sentence">,
  text: string,
  facts: PasteFacts,
  salesperson: string,
): Promise<readonly Pasted[]> {
  const { monday, reading } = facts;
  const { sunday } = weekOf(monday);
  const today = reading.today < sunday ? reading.today : sunday;
  return Promise.all(
    readPaste(text, facts).map(async (visit): Promise<Pasted> => {
      const contact = await findContact(list, reading.language, [
        visit.person && `${visit.person} ${visit.who}`,
        visit.who,
        visit.person,
      ]);
      if (contact !== null || !isFreeLine(visit))
        return { visit, contact, people: [] };
      const proposal = await list.sentence(
        visit.line,
        { ...reading, today },
        salesperson,
      );
      const told = visitOfLine(visit, proposal);
      return told
        ? { visit: told, contact: proposal.contact, people: proposal.people }
        : { visit, contact, people: [] };
    }),
  );
}
