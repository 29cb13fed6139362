import type { Note } from "../../../shared/entities/note.ts";
import {
  isCollection,
  type AnyDocument,
} from "../../../shared/entities/registry.ts";
import { valueAt } from "../../../shared/sync/paths.ts";
import { useLive } from "../../local-store/use-live.ts";
import type { Store } from "../../local-store/store.ts";

export interface OpenConflict {
  readonly note: Note;
  /** Name of the contact that it concerns; null when this device does not have it. */
  readonly who: string | null;
  /** What the field says now; null = nothing, also when this device does not have the document. */
  readonly current: unknown;
}

/** More than the notes of a large import, so that no conflict hides behind them. */
const LIMIT = 20_000;
const NONE: readonly OpenConflict[] = [];

/** How many there are; notes alone are read for it. */
export function useConflictCount(): number {
  const live = useLive({
    key: "open-conflict-count",
    collections: ["notes"],
    read: async (store) =>
      openConflicts(await store.all("notes", LIMIT)).length,
  });
  return live.status === "ready" ? live.value : 0;
}

/** What merges have decided and nobody has looked at, newest first; kept current. */
export function useOpenConflicts(): readonly OpenConflict[] {
  const live = useLive({
    key: "open-conflicts",
    collections: ["notes", "contacts"],
    read: readConflicts,
  });
  return live.status === "ready" ? live.value : NONE;
}

async function readConflicts(store: Store): Promise<readonly OpenConflict[]> {
  const notes = openConflicts(await store.all("notes", LIMIT));
  if (notes.length === 0) return NONE;
  const ids = notes.flatMap(({ contactId }) => contactId ?? []);
  const contacts = await store.getMany("contacts", [...new Set(ids)]);
  return Promise.all(
    notes.map(async (note) => {
      const { collection = "", docId = "", field = "" } = note;
      const document: AnyDocument | null =
        collection === "contacts"
          ? (contacts.get(docId) ?? null)
          : isCollection(collection)
            ? await store.get(collection, docId)
            : null;
      return {
        note,
        who: contacts.get(note.contactId ?? "")?.name ?? null,
        current: document && valueAt({ ...document }, field),
      };
    }),
  );
}

/** The conflicts among the notes that are still to be looked at, newest first. */
export function openConflicts(notes: readonly Note[]): readonly Note[] {
  const at = ({ winner, loser }: Note) =>
    [winner?.at ?? "", loser?.at ?? ""].toSorted().at(-1) ?? "";
  return notes
    .filter((note) => note.kind === "conflict" && note.status === "open")
    .toSorted((a, b) => (at(a) < at(b) ? 1 : -1));
}

/** One record with its fields in conflict, in the order of its newest. */
export interface RecordConflicts {
  readonly key: string;
  readonly conflicts: readonly OpenConflict[];
}

export function byRecord(
  conflicts: readonly OpenConflict[],
): readonly RecordConflicts[] {
  const records = new Map<string, OpenConflict[]>();
  for (const conflict of conflicts) {
    const { collection, docId, id } = conflict.note;
    const key = docId === undefined ? id : `${collection}/${docId}`;
    records.set(key, [...(records.get(key) ?? []), conflict]);
  }
  return [...records].map(([key, list]) => ({ key, conflicts: list }));
}
