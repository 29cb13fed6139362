import { useCallback, useEffect, useRef, useState } from "react";
import type { ProblemCode } from "../../../shared/domain/field-check.ts";
import { namedId } from "../../../shared/domain/named-id.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";

/** A text that was refused: it stays in its field with the reason until it is put right or reverted. */
export interface RefusedText {
  readonly text: string;
  readonly code: ProblemCode | "not-saved";
}

export interface RefusedTexts {
  readonly texts: ReadonlyMap<string, RefusedText>;
  put(field: string, refused: RefusedText): void;
  /** Put right or reverted. */
  drop(field: string): void;
}

const FORM = "card";

/** The refused texts of one card, kept as a draft: they are still there after another card, or after a crash. */
export function useRefusedTexts(contactId: string): RefusedTexts {
  const { store, save } = useLocalStore();
  const { now } = useSession();
  const [texts, setTexts] = useState<ReadonlyMap<string, RefusedText>>(
    new Map(),
  );
  const latest = useRef(texts);
  const stored = useRef<Draft | null>(null);
  const id = namedId(`draft/card/${contactId}`);

  useEffect(() => {
    let current = true;
    void store.get("drafts", id).then((draft) => {
      if (!current || !draft) return;
      stored.current = draft;
      // What was typed since counts, not what was kept before.
      latest.current = new Map([...readTexts(draft.value), ...latest.current]);
      setTexts(latest.current);
    });
    return () => {
      current = false;
    };
  }, [store, id]);

  const keep = useCallback(
    (changed: ReadonlyMap<string, RefusedText>) => {
      latest.current = changed;
      setTexts(changed);
      const before = stored.current;
      const after: Draft | null =
        changed.size === 0
          ? null
          : {
              id,
              form: FORM,
              contactId,
              value: Object.fromEntries(
                [...changed].map(([field, { text, code }]) => [
                  field,
                  { text, code },
                ]),
              ),
              savedAt: new Date(now()).toISOString(),
            };
      stored.current = after;
      if (before !== null || after !== null) {
        void save("action.draft", [{ c: "drafts", id, before, after }]);
      }
    },
    [save, now, id, contactId],
  );

  const put = useCallback(
    (field: string, refused: RefusedText) =>
      keep(new Map(latest.current).set(field, refused)),
    [keep],
  );
  const drop = useCallback(
    (field: string) => {
      if (!latest.current.has(field)) return;
      const rest = new Map(latest.current);
      rest.delete(field);
      keep(rest);
    },
    [keep],
  );
  return { texts, put, drop };
}

/** The texts of a stored draft; whatever is not of this form is left out. */
export function readTexts(value: unknown): ReadonlyMap<string, RefusedText> {
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([field, kept]: [string, unknown]) => {
      const row = kept as Partial<RefusedText> | null;
      return typeof row?.text === "string" && typeof row.code === "string"
        ? [[field, { text: row.text, code: row.code }] as const]
        : [];
    }),
  );
}
