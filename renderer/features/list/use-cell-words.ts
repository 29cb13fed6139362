import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import type { CellWords } from "./cell-text.ts";

/** Words are looked up once each: a screen of rows asks for hundreds while one scrolls. */
export function useCellWords(): CellWords {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const codes = useCodes();
  return useMemo(() => {
    const known = new Map<string, string>();
    const kinds = {
      company: t("kind.company"),
      person: t("kind.person"),
      independent: t("kind.independent"),
    };
    return {
      t,
      today,
      kind: (kind) => kinds[kind],
      code(kind, code) {
        const key = `${kind}/${code}`;
        const text = known.get(key) ?? codes.text(kind, code, language);
        known.set(key, text);
        return text;
      },
    };
  }, [t, codes, language, today]);
}
