import TaskAltRounded from "@mui/icons-material/TaskAltRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";
import { Section } from "../../ui/page.tsx";
import { OutboxItem } from "./outbox-item.tsx";
import { outboxLines } from "./outbox-lines.ts";
import { usePendingEntries } from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

/** Rows drawn at once: a week without a line is some hundred records, and nobody reads them all. */
const PAGE = 50;

/** What waits to be sent: one line per record, each opens to its fields, old and new. */
export function Outbox() {
  const { t } = useTranslation();
  const entries = usePendingEntries();
  const lines = useMemo(() => outboxLines(entries), [entries]);
  const [shown, setShown] = useState(PAGE);
  const visible = useMemo(() => lines.slice(0, shown), [lines, shown]);
  const { names, contactOf } = useRecordNames(visible);
  if (lines.length === 0) {
    return (
      <Section id="sync-outbox" title={t("syncPage.outbox")}>
        <Typography
          color="textSecondary"
          sx={{ display: "flex", alignItems: "center", gap: 1 }}
        >
          <TaskAltRounded
            aria-hidden
            sx={{ fontSize: 18, color: "success.main" }}
          />
          {t("syncPage.outboxEmpty")}
        </Typography>
      </Section>
    );
  }
  return (
    <Section
      id="sync-outbox"
      title={t("syncPage.outbox")}
      hint={t("syncPage.outboxHint")}
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -1 }}>
        {visible.map((line) => (
          <OutboxItem
            key={`${line.c}/${line.id}`}
            line={line}
            who={contactOf(line)}
            names={names}
          />
        ))}
      </Box>
      {lines.length > shown && (
        <Button
          color="inherit"
          variant="outlined"
          onClick={() => setShown((before) => before + PAGE)}
          sx={{ mt: 1 }}
        >
          {t("syncPage.showMore", { n: formatCount(lines.length - shown) })}
        </Button>
      )}
    </Section>
  );
}
