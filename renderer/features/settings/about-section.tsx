import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { useSettings } from "./settings-context.ts";

/** Version, how the data is kept, and whose data we use. */
export function AboutSection() {
  const { t } = useTranslation();
  const { info } = useSettings();
  return (
    <Section id="settings-about" title={t("settings.about")}>
      <Box sx={{ display: "flex", flexDirection: "column", gap: 0.75 }}>
        <Typography>
          {[
            `Carnet – ${t("settings.version", { version: info.version })}`,
            t("settings.runtime", { version: info.electron }),
            info.dev && t("settings.dev"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Typography>
        <Typography variant="body2">
          {t(info.sealed ? "settings.sealed" : "settings.unsealed")}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t("settings.sourcePostCodes")}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t("settings.licence")}
        </Typography>
      </Box>
    </Section>
  );
}
