import { fold } from "../../../shared/core/fold.ts";
import type { ContactList, ContactRow } from "../../local-store/store.ts";

const LOOKED_AT = 5;

/**
 * The contact that one of these texts means, the first text first: the only one of that name, or the only one found. Null
 * = nobody, or it cannot be told who.
 */
export async function findContact(
  list: Pick<ContactList, "query">,
  locale: string,
  texts: readonly string[],
): Promise<ContactRow | null> {
  for (const text of texts) {
    if (text.trim() === "") continue;
    const query = { text, kind: "all" as const, locale };
    const { total, rows } = await list.query(query, 0, LOOKED_AT);
    const named = rows.filter(({ name }) => fold(name) === fold(text.trim()));
    const [found] = named.length === 1 ? named : total === 1 ? rows : [];
    if (found) return found;
  }
  return null;
}
