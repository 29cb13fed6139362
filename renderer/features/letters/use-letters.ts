import { useEffect, useState } from "react";
import {
  letterDay,
  letterTo,
  type LetterRefusal,
} from "../../../shared/domain/letter.ts";
import type { Formality } from "../../../shared/domain/salutation.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { codeName } from "../../local-store/code-name.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Codes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import type { LetterPage } from "./letter-pages.tsx";

/** Paper has an end. */
export const LETTERS_MAX = 500;
/** Within this country nobody writes it on a letter. */
const HOME = "CH";

export interface Letters {
  readonly letters: readonly LetterPage[];
  /** Who gets none, and why. */
  readonly left: readonly {
    readonly id: string;
    readonly name: string;
    readonly why: LetterRefusal;
  }[];
}

/** The contacts of some ids, in their order; null while they are read. */
export function useRecipients(
  ids: readonly string[],
): readonly Contact[] | null {
  const { store } = useLocalStore();
  const [found, setFound] = useState<readonly Contact[] | null>(null);
  useEffect(() => {
    let current = true;
    void store.getMany("contacts", ids.slice(0, LETTERS_MAX)).then((all) => {
      if (current) setFound(ids.flatMap((id) => all.get(id) ?? []));
    });
    return () => {
      current = false;
    };
  }, [store, ids]);
  return found;
}

/** A letter for each of them that can have one. */
export function useLetters(
  recipients: readonly Contact[],
  codes: Codes,
  how: {
    readonly formality: Formality;
    readonly place: string;
    readonly day: string;
  },
): Letters {
  const { language } = useSession();
  const formulas = codes.of("salutationFormula");
  const letters: LetterPage[] = [];
  const left: Letters["left"][number][] = [];
  for (const contact of recipients) {
    const letter = letterTo(contact, {
      ...{ day: how.day, formulas, formality: how.formality, home: HOME },
      countryName: (code) => codeName("country", code, language),
    });
    const { id, name } = contact;
    if (!letter.ok) left.push({ id, name, why: letter.error });
    else {
      const day = letterDay(how.day, contact.language, language);
      letters.push({
        ...{ id, ...letter.value },
        day: how.place === "" ? day : `${how.place}, ${day}`,
      });
    }
  }
  return { letters, left };
}
