import { useTranslation } from "react-i18next";
import { NewsList } from "../features/help/news-list.tsx";
import { Page } from "../ui/page.tsx";

/** What each version brought. */
export function NewsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("news.title")}>
      <NewsList />
    </Page>
  );
}
