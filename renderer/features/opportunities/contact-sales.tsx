import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useSales } from "../../local-store/use-agenda.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatCount, formatFrancs } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { SalesLines } from "./sales-lines.tsx";

const ROWS = 200;

/** What may be sold to a contact, of a company with its people, and what was. */
export function ContactSales({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const answer = useSales({
    salesperson: null,
    contactId: contact.id,
    which: "all",
    room: ROWS,
  });
  const open = answer?.totals.open;
  return (
    <Section
      title={t("nav.opportunities")}
      action={
        contact.privacyBlocked !== true && (
          <Button
            size="small"
            startIcon={<AddRounded />}
            onClick={() => commands.newOpportunity(contact.id)}
          >
            {t("sale.new")}
          </Button>
        )
      }
    >
      {answer && answer.rows.length === 0 && (
        <Box role="status" sx={{ color: "text.secondary", fontSize: 13 }}>
          {t("sale.noneHere")}
        </Box>
      )}
      {open && open.count > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t("sale.openTotal", {
            count: open.count,
            n: formatCount(open.count),
            value: formatFrancs(open.estimatedMinor),
            current: formatFrancs(open.currentMinor),
          })}
        </Typography>
      )}
      {answer && answer.rows.length > 0 && (
        <SalesLines rows={answer.rows} of={contact.id} />
      )}
    </Section>
  );
}
