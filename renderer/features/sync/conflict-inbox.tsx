import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { ConflictRecord } from "./conflict-record.tsx";
import { conflictSides } from "./conflict-sides.ts";
import { byRecord, useOpenConflicts } from "./use-open-conflicts.ts";
import { useWriteFields, type FieldWrite } from "./use-write-fields.ts";

/** Records drawn at once. */
const PAGE = 20;

/** What two people changed at the same time: before, mine, theirs; decided one after the other without a mouse. */
export function ConflictInbox() {
  const { t } = useTranslation();
  const { owner } = useSession();
  const conflicts = useOpenConflicts();
  const writeFields = useWriteFields();
  const [shown, setShown] = useState(PAGE);
  if (conflicts.length === 0) return null;
  const records = byRecord(conflicts);
  const order = records.flatMap((record) =>
    record.conflicts.map(({ note }) => note.id),
  );

  async function settleAll(whose: "mine" | "theirs"): Promise<void> {
    const writes = conflicts.map(({ note }): FieldWrite => {
      const sides = conflictSides(note, owner);
      return note.field === undefined || sides === null
        ? { note }
        : { note, value: sides[whose].side.value };
    });
    const told = t("conflicts.settled", { count: writes.length });
    await writeFields("action.settleConflict", writes, told);
    document.getElementById("main")?.focus();
  }

  return (
    <Section
      id="sync-conflicts"
      title={t("conflicts.title", { count: conflicts.length })}
      hint={t("conflicts.hint")}
      tone="warning"
    >
      {conflicts.length > 1 && (
        <Box sx={{ display: "flex", gap: 1, mb: 2 }}>
          {(["mine", "theirs"] as const).map((whose) => (
            <Button
              key={whose}
              size="small"
              variant="outlined"
              color="inherit"
              onClick={() => void settleAll(whose)}
            >
              {t(`conflicts.all.${whose}`)}
            </Button>
          ))}
        </Box>
      )}
      {records.slice(0, shown).map((record) => (
        <ConflictRecord
          key={record.key}
          conflicts={record.conflicts}
          onDone={(id) => focusConflict(order[order.indexOf(id) + 1])}
        />
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

/** To the next one; after the last to the page, since the button that had the focus is gone. */
function focusConflict(id: string | undefined): void {
  const next =
    id === undefined ? null : document.getElementById(`conflict-${id}`);
  const target =
    next?.querySelector<HTMLElement>("input:checked") ??
    next?.querySelector<HTMLElement>("button") ??
    document.getElementById("main");
  target?.focus();
}
