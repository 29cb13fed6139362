import type {
  CollectionName,
  Documents,
} from "../../shared/entities/registry.ts";
import { keyOf, type DoneStep, type Kept } from "../../shared/sync/reverse.ts";
import type { ContactList, Store } from "./store.ts";

export interface StandingDeps {
  readonly store: Pick<Store, "getMany" | "byContact">;
  readonly list: Pick<ContactList, "peopleOf">;
}

/** Whatever hangs on a contact because somebody has worked with it. */
const WORK = [
  "interactions",
  "tasks",
  "opportunities",
  "purchases",
  "accounts",
  "files",
] as const satisfies readonly CollectionName[];

/** What a record may be called by. */
export interface Named {
  readonly name?: string;
  readonly contactId?: string;
  readonly description?: string;
}

/** Documents as they stand, and contacts that were made by these steps and have been used since. */
export async function standing(
  deps: StandingDeps,
  steps: readonly DoneStep[],
): Promise<{
  readonly found: ReadonlyMap<string, Documents[CollectionName]>;
  readonly used: ReadonlySet<string>;
}> {
  const { store } = deps;
  const ids = new Map<CollectionName, Set<string>>();
  for (const { c, id } of steps)
    ids.set(
      c as CollectionName,
      (ids.get(c as CollectionName) ?? new Set()).add(id),
    );
  const found = new Map<string, Documents[CollectionName]>();
  for (const [c, wanted] of ids)
    for (const [id, document] of await store.getMany(c, [...wanted]))
      found.set(keyOf({ c, id }), document);
  const own = new Set(steps.map(({ id }) => id));
  const used = new Set<string>();
  for (const step of steps) {
    if (step.k === "del" && step.c === "files") {
      const files = await store.byContact("files", contactOf(step), 50);
      if (files.some(({ id }) => !own.has(id))) used.add(step.id);
    }
    if (step.k !== "ins" || step.c !== "contacts") continue;
    const people = await deps.list.peopleOf(step.id);
    const work = await Promise.all(
      WORK.map((c) => store.byContact(c, step.id, 50)),
    );
    const others = [...people, ...work.flat()].filter(({ id }) => !own.has(id));
    if (others.length > 0) used.add(step.id);
  }
  return { found, used };
}

/** What is told of a record that stayed: its own name, or that of its contact. */
export async function nameOf(
  { store }: StandingDeps,
  { c, id }: Kept,
  found: ReadonlyMap<string, object>,
): Promise<string> {
  const document = found.get(keyOf({ c, id })) as Named | undefined;
  if (document?.name !== undefined) return document.name;
  const contactId = document?.contactId ?? "";
  const contact = (await store.getMany("contacts", [contactId])).get(contactId);
  return contact?.name ?? document?.description ?? "";
}

function contactOf({ v }: Extract<DoneStep, { k: "ins" | "del" }>): string {
  return typeof v["contactId"] === "string" ? v["contactId"] : "";
}
