import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { CopyDiagnostics } from "../../ui/copy-diagnostics.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { useSettings } from "./settings-context.ts";

/** Version, how the data is kept and where, and whose data we use. */
export function AboutSection() {
  const { t } = useTranslation();
  const { info, protectedBy, diagnostics, openLogs } = useSettings();
  const version = [
    `Carnet ${info.version}`,
    t("settings.runtime", { version: info.electron }),
    info.dev && t("settings.dev"),
  ];
  const protection = info.sealed
    ? t(
        protectedBy === "keystore"
          ? "settings.byKeystore"
          : "settings.byPassphrase",
      )
    : t("settings.unsealed");
  return (
    <Section id="settings-about" title={t("settings.about")}>
      <Facts
        facts={[
          {
            name: t("settings.versionName"),
            value: version.filter(Boolean).join(" · "),
          },
          { name: t("settings.protection"), value: protection },
          { name: t("settings.folder"), value: info.userDataDir },
          { name: t("settings.sources"), value: t("settings.sourcePostCodes") },
          { name: t("settings.licenceName"), value: t("settings.licence") },
        ]}
      />
      <Box sx={{ mt: 1.5, pt: 1.5, borderTop: 1, borderColor: "divider" }}>
        <SettingRow
          label={t("rescue.diagnostics")}
          hint={t("rescue.diagnosticsHint")}
          control={() => (
            <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
              <CopyDiagnostics onDiagnostics={diagnostics} />
              <Button variant="outlined" color="inherit" onClick={openLogs}>
                {t("rescue.openLogs")}
              </Button>
            </Box>
          )}
        />
      </Box>
    </Section>
  );
}
