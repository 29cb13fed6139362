import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { formatCount } from "../../ui/format.ts";
import { Line, Lines } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useNow } from "../../ui/use-now.ts";
import { outboxLines, type OutboxLine } from "./outbox-lines.ts";
import { doneWord, recordWord } from "./outbox-words.ts";
import { StatusIcon } from "./status-icon.tsx";
import { statusWords } from "./status-words.ts";
import { useSyncStatus } from "./sync-context.ts";
import { usePendingEntries } from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

const FEW = 4;

/** What waits to be sent, the first of it by name; the words beside the icon are those of the status bar. */
export function WaitingSummary() {
  const { t } = useTranslation();
  const commands = useCommands();
  const status = useSyncStatus();
  const now = useNow(30_000);
  const entries = usePendingEntries();
  const lines = useMemo(() => outboxLines(entries), [entries]);
  const first = useMemo(() => lines.slice(0, FEW), [lines]);
  const { contactOf } = useRecordNames(first);
  const alone = status.kind === "not-connected";
  const none = status.kind === "current" ? "today.sent" : "today.notSent";
  return (
    <Section id="waiting" title={t("syncPage.outbox")}>
      <Box sx={{ display: "flex", gap: 1 }}>
        <Box sx={{ flex: "none", pt: "1px" }}>
          <StatusIcon kind={status.kind} size={18} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 550 }}>
            {lines.length > 0
              ? t("today.records", { count: lines.length })
              : t(none)}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {statusWords(status, t, now)}
          </Typography>
        </Box>
      </Box>
      {first.length > 0 && (
        <Box sx={{ mt: 0.75 }}>
          <Lines label={t("syncPage.outbox")}>
            {first.map((line) => (
              <WaitingLine
                key={`${line.c}/${line.id}`}
                line={line}
                who={contactOf(line)}
              />
            ))}
          </Lines>
        </Box>
      )}
      {lines.length > FEW && (
        <Typography variant="body2" color="textSecondary">
          {t("today.more", { n: formatCount(lines.length - FEW) })}
        </Typography>
      )}
      {alone && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t("today.connectText")}
        </Typography>
      )}
      <Button
        color={alone ? "primary" : "inherit"}
        variant={alone ? "contained" : "outlined"}
        onClick={alone ? commands.connect : commands.openSync}
        sx={{ mt: 1.5 }}
      >
        {t(alone ? "connect.open" : "today.openSync")}
      </Button>
    </Section>
  );
}

function WaitingLine(props: { line: OutboxLine; who: string | null }) {
  const { i18n } = useTranslation();
  const { line, who } = props;
  const kind = recordWord(line.c, i18n);
  return (
    <Line
      id={`${line.c}/${line.id}`}
      title={who ?? kind}
      meta={[kind, doneWord(line, i18n)].join(" · ")}
    />
  );
}
