import { useMemo, useRef } from "react";
import { isCollection } from "../../../shared/entities/registry.ts";
import type { Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";
import type { OutboxLine } from "./outbox-lines.ts";

export interface RecordNames {
  /** Names of contacts by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The contact that a record belongs to; null when this device does not know it. */
  contactOf(line: OutboxLine): string | null;
}

interface Known {
  readonly names: ReadonlyMap<string, string>;
  /** Contacts of records whose unsent values do not tell it, by the record's id. */
  readonly owners: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Whom the records are about, from the unsent values themselves or from the store. */
export function useRecordNames(lines: readonly OutboxLine[]): RecordNames {
  const key = lines.map(({ c, id }) => `${c}/${id}`).join(" ");
  const live = useLive({
    key: `record-names ${key}`,
    collections: ["contacts"],
    read: (store) => readNames(store, lines),
  });
  // One record more is another question: until it is answered the names that are known stay on the screen.
  const last = useRef<Known>({ names: NONE, owners: NONE });
  if (live.status === "ready") last.current = live.value;
  const known = last.current;
  return useMemo(() => {
    const { names, owners } = known;
    return {
      names,
      contactOf(line) {
        const owner = line.contactId ?? owners.get(line.id);
        return (owner && names.get(owner)) ?? line.name;
      },
    };
  }, [known]);
}

async function readNames(
  store: Store,
  lines: readonly OutboxLine[],
): Promise<Known> {
  const owners = new Map<string, string>();
  for (const line of lines) {
    const owner = line.contactId ?? (await storedOwner(store, line));
    if (owner) owners.set(line.id, owner);
  }
  const wanted = new Set([...owners.values(), ...lines.flatMap(idsIn)]);
  const contacts = await store.getMany("contacts", [...wanted]);
  return {
    owners,
    names: new Map([...contacts].map(([id, { name }]) => [id, name])),
  };
}

/** A change of a visit says nothing of whom it was with: the stored visit does. */
async function storedOwner(
  store: Store,
  { c, id }: OutboxLine,
): Promise<string | null> {
  if (!isCollection(c)) return null;
  const stored = await store.get(c, id);
  return stored !== null &&
    "contactId" in stored &&
    typeof stored.contactId === "string"
    ? stored.contactId
    : null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Ids among the values: people met, a former employer. */
function idsIn(line: OutboxLine): readonly string[] {
  return line.fields
    .flatMap(({ old, now }) => [old, now].flat())
    .filter((one): one is string => typeof one === "string" && UUID.test(one));
}
