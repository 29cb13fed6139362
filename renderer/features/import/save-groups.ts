import type { Change } from "../../../shared/domain/change.ts";
import type { Save } from "../../local-store/store.ts";
import { RecordNotKept } from "./import-records.ts";

type Reason = "disk-full" | "io";

/**
 * Saves the groups of an import; the first reason why one was not saved, or null. None waits for the one before it: the
 * journal writes them together. A person who stops keeps those that are on their way.
 *
 * @param kept what the groups make is on record; nothing is written before
 */
export async function saveGroups(
  groups: readonly (readonly Change[])[],
  kept: Promise<void>,
  deps: {
    readonly save: Save;
    /** Between two groups the window gets its turn. */
    readonly breathe: () => Promise<void>;
    readonly goesOn: () => boolean;
    readonly onSaved: (changes: readonly Change[]) => void;
  },
): Promise<Reason | null> {
  try {
    await kept;
    const saves: Promise<Reason | null>[] = [];
    for (const group of groups) {
      if (!deps.goesOn()) break;
      const saving = saveGroup(group);
      // Said by `Promise.all`, when the others have begun.
      saving.catch(() => {});
      saves.push(saving);
      await deps.breathe();
    }
    const failures = await Promise.all(saves);
    return failures.find((one) => one !== null) ?? null;
  } catch (error) {
    return reasonOf(error);
  }

  async function saveGroup(changes: readonly Change[]): Promise<Reason | null> {
    const saved = await deps.save("action.import", changes);
    if (saved.status === "failed") return saved.reason;
    deps.onSaved(changes);
    return null;
  }
}

export function reasonOf(error: unknown): Reason {
  return error instanceof RecordNotKept ? error.reason : "io";
}
