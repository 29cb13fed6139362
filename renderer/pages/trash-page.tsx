import { useTranslation } from "react-i18next";
import { TrashErasure } from "../features/erasure/trash-erasure.tsx";
import { TrashList } from "../features/trash/trash-list.tsx";
import { Page, Section } from "../ui/page.tsx";

/** Deleted contacts, for 30 days. */
export function TrashPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("trash.title")}>
      <Section id="trash" title={t("trash.section")} hint={t("trash.hint")}>
        <TrashList
          around={(deleted, restore) => (
            <TrashErasure contacts={deleted}>{restore}</TrashErasure>
          )}
        />
      </Section>
    </Page>
  );
}
