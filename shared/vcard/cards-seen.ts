import type { Contact } from "../entities/contact.ts";
import type { ReadContact } from "./read-contact.ts";
import { areSame, identityOf, type Identity } from "./same-contact.ts";

/** A contact that a card of this file has made or found. */
export interface Seen extends Identity {
  readonly contact: Contact;
}

/** The contacts of a file by what a later card of the same contact would have in common with them. */
export interface CardsSeen {
  /** The same type and name (`nameKey`), and the same id or something else in common. */
  find(card: ReadContact, key: string): Seen | undefined;
  add(card: ReadContact, key: string, contact: Contact): void;
}

interface OfOneName {
  readonly all: Seen[];
  readonly byId: Map<string, Seen>;
  readonly byChannel: Map<string, Seen>;
}

export function createCardsSeen(): CardsSeen {
  const names = new Map<string, OfOneName>();
  return {
    find(card, key) {
      const group = names.get(`${card.type}/${key}`);
      if (!group) return undefined;
      const byId = group.byId.get(card.externalId);
      if (byId) return byId;
      const own = identityOf(card);
      for (const channel of own.channels) {
        const found = group.byChannel.get(channel);
        if (found) return found;
      }
      // People without anything in common are two; only companies are looked at one by one.
      return card.type === "company"
        ? group.all.find((one) => areSame(card.type, own, one))
        : undefined;
    },
    add(card, key, contact) {
      const name = `${card.type}/${key}`;
      const group = names.get(name) ?? emptyGroup();
      names.set(name, group);
      const seen: Seen = { ...identityOf(card), contact };
      group.all.push(seen);
      group.byId.set(card.externalId, seen);
      for (const channel of seen.channels)
        if (!group.byChannel.has(channel)) group.byChannel.set(channel, seen);
    },
  };
}

function emptyGroup(): OfOneName {
  return { all: [], byId: new Map(), byChannel: new Map() };
}
