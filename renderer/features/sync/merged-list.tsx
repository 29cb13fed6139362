import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { formatCount, formatMoment } from "../../ui/format.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { fieldWord } from "./field-words.ts";
import { HistoryLineRow } from "./history-item.tsx";
import { recordWord } from "./outbox-words.ts";
import { useMerged, type MergedRecord } from "./use-merged.ts";
import { useWriteFields } from "./use-write-fields.ts";

/** Records drawn at once. */
const PAGE = 10;

/** What was changed in two places and went together by itself: shown for 30 days, each field can be taken back. */
export function MergedList() {
  const { t } = useTranslation();
  const records = useMerged();
  const [shown, setShown] = useState(PAGE);
  const count = records.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <Section
      id="sync-merged"
      title={t("merged.title", { count })}
      hint={t("merged.hint")}
    >
      {records.length === 0 && (
        <Typography color="textSecondary">{t("merged.empty")}</Typography>
      )}
      {records.slice(0, shown).map((record) => (
        <MergedItem key={record.key} record={record} />
      ))}
      {records.length > shown && (
        <Button
          color="inherit"
          variant="outlined"
          onClick={() => setShown((before) => before + PAGE)}
          sx={{ mt: 2 }}
        >
          {t("syncPage.showMore", { n: formatCount(records.length - shown) })}
        </Button>
      )}
    </Section>
  );
}

/** One record at one time: whom it is about, who wrote, and field by field what was there and what came. */
function MergedItem({ record }: { record: MergedRecord }) {
  const { t, i18n } = useTranslation();
  const { now } = useSession();
  const commands = useCommands();
  const writeFields = useWriteFields();
  const { c, id, who, contactId } = record;
  const kind = recordWord(c, i18n);
  const title = who ?? kind;
  return (
    <Box
      component="article"
      aria-label={title}
      sx={{ "& + &": { mt: 2, pt: 2, borderTop: 1, borderColor: "divider" } }}
    >
      <Box sx={{ display: "flex", gap: 1, alignItems: "flex-start" }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
          <Box sx={{ fontWeight: 600 }}>{title}</Box>
          <Box sx={{ fontSize: 12.5, color: "text.secondary" }}>
            {[
              kind,
              record.by ?? t("conflict.someone"),
              formatMoment(record.at, now()),
            ].join(" · ")}
          </Box>
        </Box>
        {contactId !== null && who !== null && (
          <Button
            size="small"
            color="inherit"
            onClick={() => commands.openContact(contactId)}
          >
            {t("conflict.openCard")}
          </Button>
        )}
      </Box>
      {record.lines.map(({ line, stands }) => (
        <Box key={line.path}>
          <HistoryLineRow
            c={c}
            line={line}
            onRevert={() =>
              void writeFields(
                "action.revert",
                [{ c, id, path: line.path, value: line.from }],
                t("history.reverted", { field: fieldWord(line.path, i18n) }),
              )
            }
          />
          {!stands && (
            <Typography variant="caption" component="p" color="textSecondary">
              {t("merged.changedSince")}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}
