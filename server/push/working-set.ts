import type { DocumentKey } from "../../shared/sync/reply.ts";
import type {
  SavedDocument,
  TenantWriter,
  UnsavedDocument,
} from "../storage/sync-storage.ts";

/**
 * The documents of one push, in memory, between reading and saving. A group writes to it step by step and either
 * commits or rolls back as a whole; the database is written once, at the end.
 */
export interface WorkingSet {
  /** Reads what is not here yet. */
  load(keys: readonly DocumentKey[]): Promise<void>;
  /** Takes in what another query found; what is here already is newer and stays. */
  absorb(saved: readonly SavedDocument[]): void;
  get(key: DocumentKey): UnsavedDocument | null;
  put(document: UnsavedDocument): void;
  /** Everything held, as it is now. */
  all(): UnsavedDocument[];
  commit(): void;
  rollback(): void;
  /** Documents that committed groups have changed, in the order in which they first changed. */
  changed(): UnsavedDocument[];
  /** As the database had it before this push. */
  original(key: DocumentKey): SavedDocument | null;
}

export function createWorkingSet(
  tenant: Pick<TenantWriter, "documents">,
): WorkingSet {
  const originals = new Map<string, SavedDocument | null>();
  const committed = new Map<string, UnsavedDocument>();
  let staged = new Map<string, UnsavedDocument>();

  function absorb(saved: readonly SavedDocument[]): void {
    for (const document of saved) {
      const name = nameOf(document.doc);
      if (!originals.get(name)) originals.set(name, document);
    }
  }
  const at = (name: string): UnsavedDocument | null =>
    staged.get(name) ?? committed.get(name) ?? originals.get(name) ?? null;

  return {
    async load(keys) {
      const missing = new Map(
        keys
          .filter((key) => !originals.has(nameOf(key)))
          .map((key) => [nameOf(key), key]),
      );
      if (missing.size === 0) return;
      for (const name of missing.keys()) originals.set(name, null);
      absorb(await tenant.documents([...missing.values()]));
    },
    absorb,
    get: (key) => at(nameOf(key)),
    put: (document) => staged.set(nameOf(document.doc), document),
    all: () =>
      [...new Set([...originals.keys(), ...committed.keys(), ...staged.keys()])]
        .map(at)
        .filter((document) => document !== null),
    commit: () => {
      for (const [name, document] of staged) committed.set(name, document);
      staged = new Map();
    },
    rollback: () => {
      staged = new Map();
    },
    changed: () => [...committed.values()],
    original: (key) => originals.get(nameOf(key)) ?? null,
  };
}

/** One text for a key; ids are lower case, so two spellings of one document cannot meet here. */
export function nameOf(key: DocumentKey): string {
  return `${key.c}/${key.id}`;
}
