import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { ConflictItem } from "./conflict-item.tsx";
import { outboxLines } from "./outbox-lines.ts";
import { RefusedItem } from "./refused-item.tsx";
import { useOpenConflicts } from "./use-open-conflicts.ts";
import { useRefusedEntries } from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

/**
 * What the server did not accept, and what a merge decided between two people: content, reason and what to do. Nothing
 * shows while there is none.
 */
export function AttentionList() {
  const { t } = useTranslation();
  const entries = useRefusedEntries();
  const conflicts = useOpenConflicts();
  const linesOf = useMemo(
    () => new Map(entries.map((entry) => [entry.d, outboxLines([entry])])),
    [entries],
  );
  const all = useMemo(() => [...linesOf.values()].flat(), [linesOf]);
  const { names, contactOf } = useRecordNames(all);
  if (entries.length === 0 && conflicts.length === 0) return null;
  return (
    <Section
      id="attention-title"
      title={t("syncPage.attention")}
      tone="warning"
    >
      {entries.length > 0 && (
        <Box>
          <Hint text={t("syncPage.attentionHint")} />
          {entries.map((entry) => (
            <RefusedItem
              key={entry.d}
              entry={entry}
              lines={linesOf.get(entry.d) ?? []}
              names={names}
              contactOf={contactOf}
            />
          ))}
        </Box>
      )}
      {conflicts.length > 0 && (
        <Box sx={{ mt: entries.length > 0 ? 3 : 0 }}>
          <Hint text={t("syncPage.conflictsHint")} />
          {conflicts.map((conflict) => (
            <ConflictItem key={conflict.note.id} conflict={conflict} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function Hint({ text }: { text: string }) {
  return (
    <Typography
      variant="body2"
      color="textSecondary"
      sx={{ mt: -1.25, mb: 1.5 }}
    >
      {text}
    </Typography>
  );
}
