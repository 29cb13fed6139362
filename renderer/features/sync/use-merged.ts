import { useMemo, useSyncExternalStore } from "react";
import { entityOf, isCollection } from "../../../shared/entities/registry.ts";
import type { MergedField } from "../../../shared/ipc/journal.ts";
import { valueAt } from "../../../shared/sync/paths.ts";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";
import { isSpoken } from "./field-words.ts";
import { isWritable, type HistoryLine } from "./history-entries.ts";

/** What one person's change brought to one record at one time. */
export interface MergedRecord {
  readonly key: string;
  readonly c: string;
  readonly id: string;
  readonly contactId: string | null;
  /** Name of the contact that it concerns. */
  readonly who: string | null;
  readonly by: string | null;
  readonly at: number;
  readonly lines: readonly {
    readonly line: HistoryLine;
    /** Nobody has changed the field since. */
    readonly stands: boolean;
  }[];
}

const NONE: readonly MergedRecord[] = [];

/** Newest first; kept current. */
export function useMerged(): readonly MergedRecord[] {
  const { pending } = useLocalStore();
  const fields = useSyncExternalStore(pending.subscribe, pending.mergedFields);
  const spoken = useMemo(
    () => fields.filter(({ path }) => isSpoken(path)),
    [fields],
  );
  const key = `merged ${spoken.length} ${spoken.filter(({ by }) => by).length} ${spoken.at(-1)?.at ?? 0}`;
  const live = useLive({
    key,
    collections: ["contacts", "interactions", "tasks", "opportunities"],
    read: (store) => readRecords(store, spoken),
  });
  return live.status === "ready" ? live.value : NONE;
}

async function readRecords(
  store: Store,
  fields: readonly MergedField[],
): Promise<readonly MergedRecord[]> {
  const groups = new Map<string, MergedField[]>();
  for (const field of fields) {
    const { c, id, seq, by } = field;
    const key = `${c}/${id}/${seq}/${by ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  const records = await Promise.all(
    [...groups].map(([key, list]) => recordOf(store, key, list)),
  );
  return records.flat().toSorted((a, b) => b.at - a.at);
}

async function recordOf(
  store: Store,
  key: string,
  fields: readonly MergedField[],
): Promise<readonly MergedRecord[]> {
  const [first] = fields;
  if (!first || !isCollection(first.c)) return [];
  const { c, id, by, at, writtenAt } = first;
  const document = (await store.get(c, id)) as Record<string, unknown> | null;
  const owner = c === "contacts" ? id : document?.["contactId"];
  const contactId = typeof owner === "string" ? owner : null;
  const contact = contactId && (await store.get("contacts", contactId));
  const lines = fields.map((field) => {
    const stands =
      document !== null &&
      sameValue(currentOf(document, c, field), field.after);
    const { path, before: from, after: to } = field;
    const line: HistoryLine = {
      ...{ kind: "set", path, from, to },
      ...(stands && isWritable(c, path) ? { revert: { value: from } } : {}),
    };
    return { line, stands };
  });
  return [
    {
      ...{ key, c, id, contactId, lines },
      who: contact ? contact.name : null,
      by: by ?? null,
      at: writtenAt ?? at,
    },
  ];
}

function currentOf(
  document: Record<string, unknown>,
  c: MergedField["c"],
  { path }: MergedField,
): unknown {
  const [member = "", element] = path.split("/");
  if (!isCollection(c) || !entityOf(c).sets.includes(member))
    return valueAt(document, path);
  const list = document[member];
  return Array.isArray(list) && list.includes(element) ? element : null;
}
