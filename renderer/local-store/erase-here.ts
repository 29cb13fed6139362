import type { Change } from "../../shared/domain/change.ts";
import type {
  CollectionName,
  Documents,
} from "../../shared/entities/registry.ts";
import { namesOne } from "../../shared/sync/without-erased.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { Erased } from "./replica.ts";
import type { Save, Store } from "./store.ts";

/** What one would recognise the person by, where nobody else has the same: a name, addresses, what was written of them. */
const WORDS: Partial<Record<CollectionName, readonly string[]>> = {
  contacts: ["name", "email", "email2", "comment"],
  interactions: ["result"],
  tasks: ["comment"],
  opportunities: ["comment"],
  notes: ["text"],
  files: ["name"],
};
/** Shorter ones stand anywhere. */
const NAME_LETTERS = 6;
const TEXT_LETTERS = 20;
const MOST_LETTERS = 300;
const DRAFTS_AT_ONCE = 500;

/**
 * PRV-5: takes an erased document out of everything on this device but the readable copy, which is made anew later:
 * journal, shelves, half-typed forms, what can be undone. Resolves when the main process has it on disk.
 */
export function createEraser(deps: {
  readonly pending: Pick<PendingEntries, "noteErased">;
  readonly undo: {
    readonly heldOf: (ids: ReadonlySet<string>) => Promise<readonly Held[]>;
    readonly forgetErased: (ids: ReadonlySet<string>) => Promise<void>;
  };
  readonly store: Pick<Store, "page">;
  readonly save: Save;
}): (erased: readonly Erased[]) => Promise<void> {
  const { pending, undo, store, save } = deps;

  async function forgetForms(ids: ReadonlySet<string>): Promise<void> {
    const gone: Change[] = [];
    for (let after = ""; ;) {
      const page = await store.page("drafts", after, DRAFTS_AT_ONCE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      gone.push(...page.filter((draft) => namesOne(draft, ids)).map(removalOf));
    }
    if (gone.length > 0) await save("action.draft", gone);
  }

  return async (erased) => {
    const here = erased.filter(({ v }) => v !== null);
    const contacts = erased.filter(({ c }) => c === "contacts");
    if (here.length + contacts.length === 0) return;
    const ids = new Set(erased.map(({ id }) => id));
    // Of what was deleted before, the trash alone knows what it was called.
    const known = [...here, ...(await undo.heldOf(ids).catch(() => []))];
    const named = new Set(
      known.flatMap((one) => (needlesOf(one).length > 0 ? one.id : [])),
    );
    await pending.noteErased({
      held: known.length > 0,
      keys: erased.map(({ c, id }) => `${c}/${id}`),
      contacts: contacts.map(({ id }) => id),
      needles: [...new Set(known.flatMap(needlesOf))],
      blind: contacts
        .filter(({ id }) => known.some((one) => one.id === id))
        .filter(({ id }) => !named.has(id))
        .map(({ id }) => id),
      hashes: known.flatMap(({ v }) => textsAt(v, ["sha256"])),
    });
    // Behind the batch that is being written: both are written through the same queue.
    void undo
      .forgetErased(ids)
      .then(() => forgetForms(ids))
      .catch(() => undefined);
  };
}

type Held = Pick<Erased, "c" | "id" | "v">;

function needlesOf({ c, v }: Held): readonly string[] {
  const [first = "", ...others] = WORDS[c] ?? [];
  const isName = (member: string) =>
    member === "name" || member.startsWith("email");
  return [first, ...others].flatMap((member) =>
    textsAt(v, [member])
      .filter(
        (text) => text.length >= (isName(member) ? NAME_LETTERS : TEXT_LETTERS),
      )
      .map((text) => text.slice(0, MOST_LETTERS)),
  );
}

function textsAt(v: Erased["v"], members: readonly string[]): string[] {
  return members.flatMap((member) => {
    const value = v?.[member];
    return typeof value === "string" ? [value] : [];
  });
}

function removalOf(before: Documents["drafts"]): Change {
  return { c: "drafts", id: before.id, before, after: null };
}
