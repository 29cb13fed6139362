import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useLastOpened } from "../../local-store/last-opened.ts";
import { useCommands } from "../../ui/commands.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";
import { Line, Lines, type ContactLink } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";

/** The cards opened last on this device, newest first. */
export function LastOpened({ link }: { link: ContactLink }) {
  const { t } = useTranslation();
  const contacts = useLastOpened();
  return (
    <Section id="last-opened" title={t("today.lastOpened")}>
      {contacts?.length === 0 && <FindHint />}
      <Lines label={t("today.lastOpened")}>
        {(contacts ?? []).map((contact) => (
          <Line
            key={contact.id}
            id={contact.id}
            contactId={contact.id}
            mark={<KindMark kind={kindOf(contact)} size={28} />}
            title={link(contact)}
            meta={[
              contact.type === "person" && contact.companyName,
              contact.city,
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </Lines>
    </Section>
  );
}

function FindHint() {
  const { t } = useTranslation();
  const commands = useCommands();
  return (
    <Box
      sx={{
        display: "flex",
        flexDirection: "column",
        alignItems: "flex-start",
        gap: 1.5,
      }}
    >
      <Typography color="textSecondary">{t("today.lastOpenedNone")}</Typography>
      <Button
        variant="outlined"
        aria-keyshortcuts="/"
        endIcon={<Kbd>/</Kbd>}
        onClick={commands.find}
      >
        {t("today.find")}
      </Button>
    </Box>
  );
}
