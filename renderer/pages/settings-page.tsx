import { useTranslation } from "react-i18next";
import { AboutSection } from "../features/settings/about-section.tsx";
import { ConnectionSection } from "../features/settings/connection-section.tsx";
import { SettingsForm } from "../features/settings/settings-form.tsx";
import { Page } from "../ui/page.tsx";

/** What is this device's own to decide. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("settings.title")}>
      <SettingsForm />
      <ConnectionSection />
      <AboutSection />
    </Page>
  );
}
