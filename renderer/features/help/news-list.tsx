import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { NEWS } from "./help-topics.ts";

/** The release notes, inside: version by version. */
export function NewsList() {
  const { t } = useTranslation();
  return NEWS.map(({ version, notes }) => (
    <Section
      key={version}
      id={`news-${version}`}
      title={t("news.version", { version })}
    >
      <Box component="ul" sx={{ m: 0, pl: 2.5, "& li + li": { mt: 0.75 } }}>
        {notes.map((note) => (
          <li key={note}>{t(`news.0_1.${note}`)}</li>
        ))}
      </Box>
    </Section>
  ));
}
