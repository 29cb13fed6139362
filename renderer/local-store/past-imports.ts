import { z } from "zod";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import type { Store } from "./store.ts";

/**
 * What imports have made is kept on this device so that they can be taken back after a restart: among the drafts, sealed
 * like them and never sent. Each import has one head, found under `ALL`, and parts with the ids, found under the head's id.
 */

const ALL = namedId("draft/imports");
const HEAD = "import";
const PART = "import-part";
const MOST_HEADS = 500;
const MOST_PARTS = 10_000;

/** ux.md (f)8. */
export const KEPT_DAYS = 90;

/** `running`: being written now. `interrupted`: the app ended in the middle. */
const End = z.enum([
  "running",
  "complete",
  "canceled",
  "interrupted",
  "disk-full",
  "io",
  "unreadable",
]);

const Named = z.object({ id: z.string(), name: z.string() });

const PastImport = z.object({
  id: z.string(),
  fileName: z.string(),
  /** When it began, Unix milliseconds. */
  at: z.number(),
  end: End,
  companies: z.int(),
  persons: z.int(),
  pictures: z.int(),
  /** Contacts that were here and were changed, and visits; absent in records of before. */
  updates: z.int().optional(),
  visits: z.int().optional(),
  /** Absent = it was not taken back. What stayed, since it was edited or used; the first of it by name. */
  undone: z
    .object({ kept: z.int(), first: z.array(Named).readonly() })
    .optional(),
});
export type PastImport = Readonly<z.infer<typeof PastImport>>;

/** A document with a short sum of what it said. */
interface Marked {
  readonly id: string;
  readonly mark: string;
}

/** What a part of an import has made, in the order of writing. */
export interface ImportedPart {
  /** Contacts, with `importedMark`. */
  readonly contacts: readonly Marked[];
  /** Ids of the notes and pictures that came with them; in records of before, of the visits too. */
  readonly others: readonly string[];
  /** With `visitMark`. */
  readonly visits: readonly Marked[];
  /** Contacts that were here, with what was changed on them. */
  readonly updates: readonly ContactUpdate[];
}

/** Members of a contact before and after, those of a map of items by `map/item`; null = absent. */
export interface ContactUpdate {
  readonly id: string;
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

const BEHIND = "ffffffff-ffff";

/** Behind every form that somebody began to type: lists of those go by id and end somewhere. */
export function idBehindForms(newId: string): string {
  return `${BEHIND}${newId.slice(BEHIND.length)}`;
}

export function isBehindForms(id: string): boolean {
  return id.startsWith(BEHIND);
}

export function headDraft(past: PastImport): Draft {
  const savedAt = new Date(past.at).toISOString();
  const value = { ...past, undone: past.undone && { ...past.undone } };
  return {
    id: past.id,
    form: HEAD,
    contactId: ALL,
    // Absent members must not be there at all.
    value: JSON.parse(JSON.stringify(value)) as Draft["value"],
    savedAt,
  };
}

/** Newest first; what cannot be read is left out. */
export async function readPastImports(
  store: Pick<Store, "byContact">,
): Promise<readonly PastImport[]> {
  const heads = await store.byContact("drafts", ALL, MOST_HEADS);
  return heads
    .flatMap(({ value }) => PastImport.safeParse(value).data ?? [])
    .sort((a, b) => b.at - a.at);
}

export function partDraft(
  id: string,
  importId: string,
  part: ImportedPart,
  now: number,
): Draft {
  // One text each: compared, sealed and cloned at once, however long.
  const value = {
    contacts: joined(part.contacts),
    others: part.others.join(" "),
    visits: joined(part.visits),
    updates: JSON.stringify(part.updates),
  };
  const savedAt = new Date(now).toISOString();
  return { id, form: PART, contactId: importId, value, savedAt };
}

const Part = z.object({
  contacts: z.string(),
  others: z.string(),
  visits: z.string().default(""),
  updates: z.string().default("[]"),
});
const Updates = z.array(
  z.object({
    id: z.string(),
    fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  }),
);
const ID_LENGTH = 36;

/** The parts of one import, oldest first. */
export async function readParts(
  store: Pick<Store, "byContact">,
  importId: string,
): Promise<readonly (ImportedPart & { readonly draft: Draft })[]> {
  const drafts = await store.byContact("drafts", importId, MOST_PARTS);
  return drafts
    .toSorted((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
    .flatMap((draft) => {
      const found = Part.safeParse(draft.value).data;
      if (draft.form !== PART || !found) return [];
      const updates = Updates.parse(JSON.parse(found.updates));
      return [
        {
          ...{ draft, updates, others: words(found.others) },
          contacts: marked(found.contacts),
          visits: marked(found.visits),
        },
      ];
    });
}

function joined(all: readonly Marked[]): string {
  return all.map(({ id, mark }) => `${id}${mark}`).join(" ");
}

function marked(text: string): readonly Marked[] {
  return words(text).map((word) => ({
    id: word.slice(0, ID_LENGTH),
    mark: word.slice(ID_LENGTH),
  }));
}

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}
