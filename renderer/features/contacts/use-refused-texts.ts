import { useCallback, useEffect, useRef, useState } from "react";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import {
  readTexts,
  refusedDraft,
  refusedDraftId,
  type RefusedText,
} from "../../local-store/refused-texts.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";
import { channelPlaceOf } from "./channel-lines.ts";

export interface RefusedTexts {
  readonly texts: ReadonlyMap<string, RefusedText>;
  put(field: string, refused: RefusedText): void;
  /** Keeps what is being typed, for the next start; nothing is shown of it while its editor is open. */
  hold(field: string, text: string): void;
  /** Put right or reverted. */
  drop(field: string): void;
}

/** The refused texts of one card, kept as a draft: they are still there after another card, or after a crash. */
export function useRefusedTexts(contactId: string): RefusedTexts {
  const { store, save } = useLocalStore();
  const { now } = useSession();
  const [texts, setTexts] = useState<ReadonlyMap<string, RefusedText>>(
    new Map(),
  );
  const latest = useRef(texts);
  const held = useRef<ReadonlyMap<string, RefusedText>>(new Map());
  const stored = useRef<Draft | null>(null);
  const id = refusedDraftId(contactId);

  useEffect(() => {
    let current = true;
    const read = [
      store.get("drafts", id),
      store.get("contacts", contactId),
    ] as const;
    void Promise.all(read).then(([draft, contact]) => {
      if (!current || !draft) return;
      stored.current = draft;
      const kept = withoutStored(readTexts(draft.value), contact);
      // What was typed since counts, not what was kept before.
      latest.current = new Map([...kept, ...latest.current]);
      setTexts(latest.current);
    });
    return () => {
      current = false;
    };
  }, [store, id, contactId]);

  const keep = useCallback(
    (changed: ReadonlyMap<string, RefusedText>) => {
      if (changed !== latest.current) setTexts(changed);
      latest.current = changed;
      const before = stored.current;
      const all = new Map([...changed, ...held.current]);
      const after = refusedDraft(contactId, all, now());
      stored.current = after;
      if (before !== null || after !== null) {
        void save("action.draft", [{ c: "drafts", id, before, after }]);
      }
    },
    [save, now, id, contactId],
  );

  const put = useCallback(
    (field: string, refused: RefusedText) => {
      held.current = without(held.current, field);
      keep(new Map(latest.current).set(field, refused));
    },
    [keep],
  );
  const hold = useCallback(
    (field: string, text: string) => {
      held.current = new Map(held.current).set(field, {
        text,
        code: "not-finished",
      });
      keep(latest.current);
    },
    [keep],
  );
  const drop = useCallback(
    (field: string) => {
      if (!latest.current.has(field) && !held.current.has(field)) return;
      held.current = without(held.current, field);
      keep(without(latest.current, field));
    },
    [keep],
  );
  return { texts, put, hold, drop };
}

function without<V>(
  map: ReadonlyMap<string, V>,
  key: string,
): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** A text that was saved after all, in the instant before the window closed, needs no second look. */
export function withoutStored(
  texts: ReadonlyMap<string, RefusedText>,
  contact: Contact | null,
): ReadonlyMap<string, RefusedText> {
  return new Map(
    [...texts].filter(
      ([field, { text, code }]) =>
        code !== "not-finished" || storedText(contact, field) !== text.trim(),
    ),
  );
}

function storedText(contact: Contact | null, field: string): unknown {
  const place = channelPlaceOf(field);
  const stored = place
    ? contact?.more?.[place.itemId]?.[place.member]
    : contact?.[field as keyof Contact];
  return stored ?? "";
}
