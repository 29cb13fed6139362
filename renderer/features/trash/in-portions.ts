import type { Change } from "../../../shared/domain/change.ts";
import type { SaveResult } from "../../local-store/store.ts";

/** Changes that are saved at a time: what one entry of the journal holds. */
const AT_ONCE = 50;

interface Portions {
  /** Takes what belongs together; false = something before it or of it could not be saved. */
  add(changes: readonly Change[]): Promise<boolean>;
  /** Saves what still waits. */
  flush(): Promise<boolean>;
}

/** Saves in as few portions as there can be; what belongs together is split only when it alone is too large. */
export function inPortions(
  save: (changes: readonly Change[]) => Promise<SaveResult>,
): Portions {
  let waiting: readonly Change[] = [];

  async function flush(): Promise<boolean> {
    const all = waiting;
    waiting = [];
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const saved = await save(all.slice(i, i + AT_ONCE));
      if (saved.status === "failed") return false;
    }
    return true;
  }

  return {
    async add(changes) {
      const fits = waiting.length + changes.length <= AT_ONCE;
      if (!fits && !(await flush())) return false;
      waiting = [...waiting, ...changes];
      return true;
    },
    flush,
  };
}
