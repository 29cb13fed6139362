import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../shared/ipc/contract.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { FieldTable } from "./field-table.tsx";
import { fieldWord, valueWord } from "./field-words.ts";
import { fieldsOf } from "./outbox-records.ts";
import { useRefusedEntries } from "./use-pending.ts";

/** What the server did not accept: reason, content, and what to do. Nothing shows while there is none. */
export function RefusedList() {
  const { t } = useTranslation();
  const entries = useRefusedEntries();
  if (entries.length === 0) return null;
  return (
    <Section
      id="attention-title"
      title={t("syncPage.attention")}
      hint={t("syncPage.attentionHint")}
      tone="warning"
    >
      {entries.map((entry) => (
        <Entry key={entry.d} entry={entry} />
      ))}
    </Section>
  );
}

function Entry({ entry }: { entry: JournalEntry }) {
  const { t, i18n } = useTranslation();
  const { pending } = useLocalStore();
  const { now } = useSession();
  const notify = useNotify();
  const fields = entry.ops.flatMap(fieldsOf);
  const title = i18n.exists(entry.label)
    ? t(entry.label as "action.logVisit")
    : entry.label;
  const reason = entry.refused?.message || entry.refused?.code || "";

  async function copy(): Promise<void> {
    const lines = fields.map(
      ({ path, after }) =>
        `${fieldWord(i18n, path)}: ${valueWord(i18n, after)}`,
    );
    await navigator.clipboard.writeText([title, reason, ...lines].join("\n"));
    notify({ text: t("syncPage.copied") });
  }

  return (
    <Box
      sx={{ "& + &": { mt: 2, pt: 2, borderTop: 1, borderColor: "divider" } }}
    >
      <Box sx={{ display: "flex", gap: 1, alignItems: "center" }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography sx={{ fontWeight: 550 }}>
            {`${title} · ${formatMoment(entry.at, now())}`}
          </Typography>
          <Typography variant="body2" sx={{ color: "warning.main" }}>
            {t("syncPage.reason", { message: reason })}
          </Typography>
        </Box>
        <Button size="small" variant="outlined" color="inherit" onClick={copy}>
          {t("syncPage.copy")}
        </Button>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          onClick={() => void pending.dismiss(entry.d)}
        >
          {t("syncPage.dismiss")}
        </Button>
      </Box>
      <FieldTable fields={fields} />
    </Box>
  );
}
