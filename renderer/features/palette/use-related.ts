import { useEffect, useMemo, useState } from "react";
import type { ContactFilter } from "../../../shared/domain/contact-filter.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useSession } from "../../ui/session.ts";
import { namedBy } from "./palette-entry.ts";

/** Those who stand to us as a text says: "lawyer" is no name, and means somebody all the same. */
export interface Related {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  readonly rows: readonly ContactRow[];
}

/** Null = the text is no business relation's name, or nobody has it. */
export function useRelated(text: string, limit: number): Related | null {
  const { list } = useLocalStore();
  const { language } = useSession();
  const codes = useCodes();
  const relations = useMemo(
    () =>
      codes.of("businessRelation").map(({ code }) => ({
        code,
        text: codes.text("businessRelation", code, language),
      })),
    [codes, language],
  );
  const named = useMemo(() => namedBy(text, relations), [text, relations]);
  const [found, setFound] = useState<Related | null>(null);
  useEffect(() => {
    if (named === null) return undefined;
    let current = true;
    const { code, text: name } = named;
    const filter: ContactFilter = {
      all: [{ column: "relation", op: "is", values: [code] }],
    };
    void list
      .query({ text: "", kind: "all", locale: language, filter }, 0, limit)
      .then(({ total, rows }) => {
        if (current) setFound({ code, name, total, rows });
      });
    return () => {
      current = false;
    };
  }, [list, language, named, limit]);
  return found !== null && found.code === named?.code && found.total > 0
    ? found
    : null;
}
