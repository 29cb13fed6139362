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
    shared: true,
    read: (store) => store.all("codes", LIMIT),
  });
  return codesFrom(live.status === "ready" ? live.value : NONE);
}

const NONE: readonly Code[] = [];
const made = new WeakMap<readonly Code[], Codes>();

/** Made once for each state of the lists, whoever asks. */
function codesFrom(all: readonly Code[]): Codes {
  const known = made.get(all);
  if (known) return known;
  const lists = new Map<CodeKind, readonly Code[]>();
  const found = new Map<string, Code | null>();
  const find = (kind: CodeKind, code: string) => {
    const key = `${kind}/${code}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const one = findCode(kind, code, all);
    found.set(key, one);
    return one;
  };
  const codes: Codes = {
    of(kind) {
      const list = lists.get(kind) ?? codesOf(kind, all);
      lists.set(kind, list);
      return list;
    },
    find,
    text(kind, code, language) {
      const one = find(kind, code);
      return one ? codeText(one, language) : codeName(kind, code, language);
    },
  };
  made.set(all, codes);
  return codes;
}
