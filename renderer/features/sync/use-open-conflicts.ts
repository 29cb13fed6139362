import type { Note } from "../../../shared/entities/note.ts";
import { useLive } from "../../local-store/use-live.ts";
import type { Store } from "../../local-store/store.ts";

export interface OpenConflict {
  readonly note: Note;
  /** Name of the contact that it concerns; null when this device does not have it. */
  readonly who: string | null;
}

/** More than the notes of a large import, so that no conflict hides behind them. */
const LIMIT = 20_000;
const NONE: readonly OpenConflict[] = [];

/** What merges have decided and nobody has looked at, newest first; kept current. */
export function useOpenConflicts(): readonly OpenConflict[] {
  const live = useLive({
    key: "open-conflicts",
    collections: ["notes"],
    read: readConflicts,
  });
  return live.status === "ready" ? live.value : NONE;
}

async function readConflicts(store: Store): Promise<readonly OpenConflict[]> {
  const notes = openConflicts(await store.all("notes", LIMIT));
  if (notes.length === 0) return NONE;
  const ids = notes.flatMap(({ contactId }) => contactId ?? []);
  const contacts = await store.getMany("contacts", [...new Set(ids)]);
  return notes.map((note) => ({
    note,
    who: contacts.get(note.contactId ?? "")?.name ?? null,
  }));
}

/** The conflicts among the notes that are still to be looked at, newest first. */
export function openConflicts(notes: readonly Note[]): readonly Note[] {
  const at = ({ winner, loser }: Note) =>
    [winner?.at ?? "", loser?.at ?? ""].toSorted().at(-1) ?? "";
  return notes
    .filter((note) => note.kind === "conflict" && note.status === "open")
    .toSorted((a, b) => (at(a) < at(b) ? 1 : -1));
}
