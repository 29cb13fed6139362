import type { Contact } from "../../../shared/entities/contact.ts";
import { recordedWith } from "../../local-store/recorded-with.ts";
import type { ContactList, Store } from "../../local-store/store.ts";

const MOST = 20_000;

/** What an erasure takes along and what it leaves, as far as this device knows (PRV-4). */
export interface EraseFacts {
  readonly contact: Contact;
  readonly absorbed: number;
  readonly interactions: number;
  readonly tasks: number;
  readonly openTasks: number;
  /** Those that go; of a company's person they stay with the company. */
  readonly opportunities: number;
  readonly openOpportunities: number;
  readonly passedOn: number;
  readonly notes: number;
  readonly files: number;
  /** Of a company. */
  readonly people: number;
  readonly hasAccount: boolean;
}

export async function eraseFacts(
  store: Store,
  list: Pick<ContactList, "absorbedBy" | "peopleOf">,
  id: string,
): Promise<EraseFacts | null> {
  const contact = await store.get("contacts", id);
  if (!contact) return null;
  const [absorbed, people, interactions, tasks, opportunities, notes, files] =
    await Promise.all([
      list.absorbedBy(id),
      contact.type === "company" ? list.peopleOf(id) : [],
      store.byContact("interactions", id, MOST),
      recordedWith(store, "tasks", contact, MOST),
      store.byContact("opportunities", id, MOST),
      store.byContact("notes", id, MOST),
      store.byContact("files", id, MOST),
    ]);
  const own = tasks.filter((task) => task.contactId === id);
  const passed = opportunities.filter(
    ({ companyId }) => companyId !== undefined && companyId !== id,
  );
  const going = opportunities.filter((one) => !passed.includes(one));
  const relations = Object.values(contact.relations ?? {});
  return {
    ...{ contact, absorbed: absorbed.length, people: people.length },
    interactions: interactions.length,
    tasks: own.length,
    openTasks: own.filter(
      ({ status, canceled }) => status !== "completed" && canceled !== true,
    ).length,
    opportunities: going.length,
    openOpportunities: going.filter(
      ({ status }) => status === "notStarted" || status === "inProgress",
    ).length,
    passedOn: passed.length,
    notes: notes.filter(({ kind }) => kind === "comment").length,
    files: files.length,
    hasAccount: relations.some(({ linkNo }) => linkNo !== undefined),
  };
}
