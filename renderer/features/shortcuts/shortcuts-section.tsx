import { useTranslation } from "react-i18next";
import type { OwnKeys } from "../../../shared/commands/commands.ts";
import { Section } from "../../ui/page.tsx";
import { useIsFound } from "../../ui/setting-search.ts";
import { ShortcutList } from "./shortcut-list.tsx";

/** The keys in the settings: found by the word, as the section's title or a command's name. */
export function ShortcutsSection(props: {
  own: OwnKeys;
  onChange(own: OwnKeys): void;
}) {
  const { t } = useTranslation();
  return (
    <Section
      id="settings-shortcuts"
      title={t("keys.title")}
      hint={t("keys.hint")}
    >
      <Rows {...props} />
    </Section>
  );
}

function Rows(props: { own: OwnKeys; onChange(own: OwnKeys): void }) {
  const isAll = useIsFound();
  return isAll ? <ShortcutList {...props} /> : null;
}
