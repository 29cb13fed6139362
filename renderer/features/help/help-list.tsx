import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { isFound } from "../../ui/setting-search.ts";
import { HELP_TOPICS } from "./help-topics.ts";

/** The pages of the help in which every word is found; all of them for none. */
export function HelpList({ sought }: { sought: string }) {
  const { t } = useTranslation();
  const found = HELP_TOPICS.filter((topic) =>
    isFound(sought, [t(`help.${topic}.title`), t(`help.${topic}.text`)]),
  );
  return (
    <>
      {found.map((topic) => (
        <Section
          key={topic}
          id={`help-${topic}`}
          title={t(`help.${topic}.title`)}
        >
          <Typography>{t(`help.${topic}.text`)}</Typography>
        </Section>
      ))}
      <Box role="status" sx={{ color: "text.secondary" }}>
        {found.length === 0 && t("help.none", { text: sought })}
      </Box>
    </>
  );
}
