import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ScanSection } from "../features/duplicates/scan-section.tsx";
import { SeparateList } from "../features/duplicates/separate-list.tsx";
import { Page } from "../ui/page.tsx";

/** Who may be entered twice, and of whom somebody has said that they are not the same. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t("nav.duplicates")} wide>
      <ScanSection
        onCompare={(ids) =>
          void navigate({ to: "/duplicates/compare", search: { ids } })
        }
      />
      <SeparateList />
    </Page>
  );
}
