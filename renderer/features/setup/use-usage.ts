import { useEffect, useState } from "react";
import type { CodeKind } from "../../../shared/entities/code.ts";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import { uses } from "../../../shared/domain/set-up-lists.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, Store } from "../../local-store/store.ts";
import { COLUMNS } from "./lists.ts";

const AT_ONCE = 200;

/** Contacts by code, for kinds that the list can count; null = not counted (yet). */
export function useUsage(kind: CodeKind): ReadonlyMap<string, number> | null {
  const { list } = useLocalStore();
  const [usage, setUsage] = useState<ReadonlyMap<string, number> | null>(null);
  useEffect(() => {
    let stopped = false;
    const column = columnOf(kind);
    setUsage(null);
    if (column === null) return undefined;
    async function read(of: ContactColumn): Promise<void> {
      const facets = await list
        .facets({ text: "", kind: "all" }, of)
        .catch(() => null);
      if (stopped || facets === null) return;
      setUsage(new Map(facets.map(({ value, count }) => [value, count])));
    }
    void read(column);
    const stop = list.subscribe(() => void read(column));
    return () => {
      stopped = true;
      stop();
    };
  }, [list, kind]);
  return usage;
}

function columnOf(kind: CodeKind): ContactColumn | null {
  return (COLUMNS as Partial<Record<CodeKind, ContactColumn>>)[kind] ?? null;
}

/**
 * The contacts that carry a code, in portions; where the list has no column for it every contact is looked at.
 * `onProgress` hears how many were looked at. Stops when `signal` says so.
 */
export async function* contactsWith(
  { list, store }: { readonly list: ContactList; readonly store: Store },
  kind: CodeKind,
  code: string,
  onProgress: (done: number, of: number) => void = () => {},
): AsyncGenerator<readonly Contact[]> {
  const column = columnOf(kind);
  const filter =
    column === null
      ? undefined
      : { all: [{ column, op: "is" as const, values: [code] }] };
  const query = { text: "", kind: "all" as const, locale: "fr-CH", filter };
  const ids = await list.ids(query);
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const found = await store.getMany("contacts", ids.slice(i, i + AT_ONCE));
    const some = [...found.values()].filter((one) => uses(one, kind, code));
    if (some.length > 0) yield some;
    onProgress(Math.min(ids.length, i + AT_ONCE), ids.length);
  }
}
