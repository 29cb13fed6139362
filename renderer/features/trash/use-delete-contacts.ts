import { useTranslation } from "react-i18next";
import {
  deleteContact,
  type DeleteFacts,
  type OpenWork,
} from "../../../shared/domain/delete-contact.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { recordedWith } from "../../local-store/recorded-with.ts";
import { useNotify } from "../../ui/notices.tsx";
import { inPortions } from "./in-portions.ts";

const MOST = 20_000;
const NAMED = 3;

/**
 * Moves contacts to the trash, companies with their people; one step of Undo. Whoever has open work stays and is named
 * with it (DEL-1). Answers how many were deleted.
 */
export function useDeleteContacts(): (
  ids: readonly string[],
) => Promise<number> {
  const { t } = useTranslation();
  const { store, list, undo } = useLocalStore();
  const notify = useNotify();

  async function factsOf(contact: Contact): Promise<DeleteFacts> {
    const { id } = contact;
    const [interactions, tasks, opportunities, notes, files] =
      await Promise.all([
        store.byContact("interactions", id, MOST),
        recordedWith(store, "tasks", contact, MOST),
        recordedWith(store, "opportunities", contact, MOST),
        store.byContact("notes", id, MOST),
        store.byContact("files", id, MOST),
      ]);
    return { contact, interactions, tasks, opportunities, notes, files };
  }

  /** Before it: its people, and whom it has absorbed (MRG), who are shown nowhere and would stay for ever. */
  async function withPeople(contact: Contact): Promise<readonly Contact[]> {
    const ids = await list.absorbedBy(contact.id);
    const absorbed = await store.getMany("contacts", ids);
    return [...absorbed.values(), ...(await staffAnd(contact))];
  }

  async function staffAnd(contact: Contact): Promise<readonly Contact[]> {
    if (contact.type !== "company") return [contact];
    const rows = await list.peopleOf(contact.id);
    const people = await store.getMany(
      "contacts",
      rows.map(({ id }) => id),
    );
    return [...people.values(), contact];
  }

  return async (ids) => {
    const command = undo.begin("action.deleteContact");
    // The list of all that is gone is written anew with each portion: few of them, not one for each contact.
    const portions = inPortions((changes) => command.save(changes));
    const taken = new Map<string, Contact>();
    const open: OpenWork[] = [];
    let failed = false;
    const wanted = await store.getMany("contacts", ids);
    // A company takes its people along: those that were named beside it are gone by then.
    const order = [...wanted.values()].toSorted(
      (a, b) => Number(a.type === "person") - Number(b.type === "person"),
    );
    for (const contact of order) {
      if (taken.has(contact.id) || failed) continue;
      const all = await withPeople(contact);
      const facts: DeleteFacts[] = [];
      for (const one of all) facts.push(await factsOf(one));
      const result = deleteContact(facts);
      if (!result.ok) {
        open.push(...result.error.open);
        continue;
      }
      failed = !(await portions.add(result.value));
      if (!failed) for (const one of all) taken.set(one.id, one);
    }
    failed ||= !(await portions.flush());
    const done = (await command.end())?.deleted ?? [];
    const [first] = done;
    if (first)
      notify({
        text: t("trash.deleted", { count: done.length, name: first.name }),
        undo: true,
      });
    if (failed) notify({ text: t("error.save.io") });
    if (open.length > 0) notify({ text: refusal(open) });
    return done.length;
  };

  function refusal(open: readonly OpenWork[]): string {
    const named = open
      .slice(0, NAMED)
      .map(({ contact, kind, description }) =>
        t(`trash.open.${kind}`, { name: contact.name, description }),
      );
    const rest = open.length - named.length;
    return [
      t("trash.refused", { what: named.join("; ") }),
      rest > 0 && t("trash.andMore", { count: rest }),
    ]
      .filter(Boolean)
      .join(" ");
  }
}
