import { useMemo } from "react";
import {
  codesOf,
  codeText,
  findCode,
} from "../../shared/domain/starter-codes.ts";
import type { Code, CodeKind } from "../../shared/entities/code.ts";
import { codeName } from "./code-name.ts";
import { useLive } from "./use-live.ts";

export interface Codes {
  /** What may be chosen, in the order of the list. */
  of(kind: CodeKind): readonly Code[];
  find(kind: CodeKind, code: string): Code | null;
  /** The name of a code in the screen's language, else the system's; the code itself when nobody knows it. */
  text(kind: CodeKind, code: string, language: string): string;
}

const LIMIT = 5000;

/** The set-up lists, kept current; the starter lists until the store has its own. */
export function useCodes(): Codes {
  const live = useLive({
    key: "codes",
    collections: ["codes"],
    read: (store) => store.all("codes", LIMIT),
  });
  const stored = live.status === "ready" ? live.value : null;
  return useMemo(() => {
    const all = stored ?? [];
    const cache = new Map<CodeKind, readonly Code[]>();
    return {
      of(kind) {
        const known = cache.get(kind) ?? codesOf(kind, all);
        cache.set(kind, known);
        return known;
      },
      find: (kind, code) => findCode(kind, code, all),
      text(kind, code, language) {
        const found = findCode(kind, code, all);
        return found
          ? codeText(found, language)
          : codeName(kind, code, language);
      },
    };
  }, [stored]);
}
