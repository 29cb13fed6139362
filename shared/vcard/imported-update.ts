import { Contact } from "../entities/contact.ts";

/** Members before and after, those of a map of items by `map/item`; null = absent. */
export interface FieldsChanged {
  readonly id: string;
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

const MAPS: ReadonlySet<string> = new Set<string>(Contact.maps);

/** What an import changes on a contact that was here. */
export function updateOf(before: Contact, after: Contact): FieldsChanged {
  const was = flat(before);
  const is = flat(after);
  const paths = new Set([...was.keys(), ...is.keys()]);
  const changed = [...paths].flatMap((path) => {
    const pair = [was.get(path) ?? null, is.get(path) ?? null] as const;
    return same(...pair) ? [] : [[path, pair] as const];
  });
  return { id: after.id, fields: Object.fromEntries(changed) };
}

/**
 * The contact as it was before the import, where nobody has edited it since; what was edited stays, and `kept` says that
 * something was.
 */
export function takenBack(
  contact: Contact,
  { fields }: FieldsChanged,
): { readonly contact: Contact; readonly kept: boolean } {
  const now = flat(contact);
  let kept = false;
  for (const [path, [before, after]] of Object.entries(fields)) {
    const current = now.get(path) ?? null;
    if (!same(current, after)) {
      kept ||= !same(current, before);
      continue;
    }
    if (before === null) now.delete(path);
    else now.set(path, before);
  }
  return { contact: whole(now), kept };
}

function flat(contact: Contact): Map<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [name, value] of Object.entries(contact)) {
    if (value === undefined || value === null) continue;
    if (!MAPS.has(name)) members.set(name, value);
    else
      for (const [item, held] of Object.entries(value))
        members.set(`${name}/${item}`, held);
  }
  return members;
}

function whole(members: ReadonlyMap<string, unknown>): Contact {
  const contact: Record<string, unknown> = {};
  for (const [path, value] of members) {
    const [name = "", item] = path.split("/");
    if (item === undefined) contact[name] = value;
    else
      contact[name] = {
        ...(contact[name] as object | undefined),
        [item]: value,
      };
  }
  return contact as Contact;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
