import type { Contact } from "../../entities/contact.ts";
import type { Change } from "../change.ts";
import { namedId } from "../named-id.ts";
import { withValue } from "../with-value.ts";

/**
 * DUP-7: two contacts that look alike and are not the same. A tie on the one with the smaller id says so, with an id that
 * is the same wherever it is said: two people who say it write one tie. Nothing to write = it is said already.
 */
export function markSeparate(a: Contact, b: Contact): readonly Change[] {
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  const said = [first, second].some((one) =>
    tiesOf(one).some(([, id]) => id === first.id || id === second.id),
  );
  if (said || a.id === b.id) return [];
  const id = namedId(`separate/${first.id}/${second.id}`);
  const tie = { kind: "separate" as const, contactId: second.id };
  return [changed(first, { ...first.links, [id]: tie })];
}

/** They may be told again. */
export function unmarkSeparate(a: Contact, b: Contact): readonly Change[] {
  return [
    [a, b],
    [b, a],
  ].flatMap(([one, other]) => {
    if (!one || !other) return [];
    const ties = tiesOf(one).filter(([, id]) => id === other.id);
    if (ties.length === 0) return [];
    const links = { ...one.links };
    for (const [id] of ties) delete links[id];
    return [changed(one, Object.keys(links).length === 0 ? null : links)];
  });
}

function tiesOf(contact: Contact): readonly (readonly [string, string])[] {
  return Object.entries(contact.links ?? {}).flatMap(([id, link]) =>
    link.kind === "separate" ? [[id, link.contactId] as const] : [],
  );
}

function changed(before: Contact, links: Contact["links"] | null): Change {
  const after = withValue(before, "links", links);
  return { c: "contacts", id: before.id, before, after };
}
