import type {
  ContactList,
  ContactRow,
  MarkedText,
  Search,
  SearchGroup,
} from "../store.ts";

/** The page's side of the search: only the newest question is answered. */
export function createSearch(list: Pick<ContactList, "query">): Search {
  let newest = 0;
  return {
    search({ text, limit }, onAnswer) {
      const mine = ++newest;
      const find = async (
        kind: "companies" | "persons" | "independent",
      ): Promise<{ total: number; rows: readonly ContactRow[] }> =>
        list.query({ text, kind, locale: "en" }, 0, limit);
      const run = async (): Promise<void> => {
        if (text.trim() === "") return onAnswer({ groups: [], complete: true });
        const [companies, staff, others] = await Promise.all([
          find("companies"),
          find("persons"),
          find("independent"),
        ]);
        if (mine !== newest) return;
        const persons = {
          total: staff.total + others.total,
          rows: [...staff.rows, ...others.rows].slice(0, limit),
        };
        const groups = [
          groupOf("companies", companies),
          groupOf("persons", persons),
        ].filter(({ total }) => total > 0);
        onAnswer({ groups, complete: true });
      };
      void run();
      return () => {
        if (mine === newest) newest += 1;
      };
    },
  };
}

function groupOf(
  kind: "companies" | "persons",
  found: { readonly total: number; readonly rows: readonly ContactRow[] },
): SearchGroup {
  const hits = found.rows.map(({ id, name, companyName, city }) => ({
    id,
    contactId: id,
    title: unmarked(name),
    subtitle: [companyName, city].filter((part) => part !== "").join(", "),
    reason: null,
  }));
  return { kind, total: found.total, hits };
}

function unmarked(text: string): MarkedText {
  return { text, ranges: [] };
}
