import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { SettingRow } from "../../ui/setting-row.tsx";
import { LISTS } from "./lists.ts";

const NAMED = 4;

/** Every set-up list with its first entries; each opens where it is changed. */
export function ListsSection() {
  const { t } = useTranslation();
  const { language } = useSession();
  const { editList } = useCommands();
  const codes = useCodes();
  return (
    <Section
      id="setup-lists"
      title={t("setup.lists")}
      hint={t("setup.listsHint")}
    >
      {LISTS.map((kind) => {
        const all = codes.of(kind);
        const first = all.slice(0, NAMED).map((one) => codeText(one, language));
        const rest = all.length - first.length;
        return (
          <SettingRow
            key={kind}
            label={t(`setup.list.${kind}`)}
            hint={
              all.length === 0
                ? t("setup.empty")
                : rest > 0
                  ? t("setup.andMore", { names: first.join(", "), count: rest })
                  : first.join(", ")
            }
            control={() => (
              <Button
                variant="outlined"
                size="small"
                aria-label={t("setup.editListOf", {
                  name: t(`setup.list.${kind}`),
                })}
                onClick={() => editList(kind)}
              >
                {t("setup.editList")}
              </Button>
            )}
          />
        );
      })}
    </Section>
  );
}
