import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { saveFile } from "../../platform/save-file.ts";
import { Details } from "../../ui/details.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { ChangesTable } from "./changes-table.tsx";
import { changesText } from "./changes-text.ts";
import { EditRefused } from "./edit-refused.tsx";
import { exportCard } from "./export-card.ts";
import { exportText } from "./export-text.ts";
import { spokenChanges } from "./field-words.ts";
import type { OutboxLine } from "./outbox-lines.ts";
import { actionWord, recordWord } from "./outbox-words.ts";
import { refusedWords } from "./refused-words.ts";
import { useArrange } from "./use-arrange.ts";
import type { RecordNames } from "./use-record-names.ts";

/** One intention that the server did not take: why, what to do, everything that was typed, and a way to keep it. */
export function RefusedItem(props: {
  entry: JournalEntry;
  lines: readonly OutboxLine[];
  names: ReadonlyMap<string, string>;
  contactOf: RecordNames["contactOf"];
}) {
  const { t, i18n } = useTranslation();
  const { now, language } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const arrange = useArrange();
  const commands = useCommands();
  const [editing, setEditing] = useState(false);
  const { entry, lines, names, contactOf } = props;
  const { code = "", message = "" } = entry.refused ?? {};
  const reason = refusedWords({ code, message }, i18n);
  const who = (line: OutboxLine) => contactOf(line) ?? recordWord(line.c, i18n);
  const title = [lines[0] && who(lines[0]), actionWord(entry.label, i18n)]
    .filter(Boolean)
    .join(" · ");

  async function copy(): Promise<void> {
    const deps = { words: i18n, codes, language, names };
    const values = lines.map((line) =>
      [`${recordWord(line.c, i18n)}: ${who(line)}`, changesText(line, deps)]
        .filter(Boolean)
        .join("\n"),
    );
    await navigator.clipboard.writeText([title, reason, ...values].join("\n"));
    notify({ text: t("syncPage.copied") });
  }

  async function exportToFile(): Promise<void> {
    const deps = { words: i18n, codes, language, names };
    await save("json", exportText(entry, lines, { reason, who, ...deps }));
  }

  async function save(extension: string, text: string): Promise<void> {
    const day = new Date(entry.at).toISOString().slice(0, 10);
    const name = `carnet-${day}-${entry.m.slice(-4)}.${extension}`;
    if (await saveFile(name, text)) notify({ text: t("refusedItem.exported") });
  }

  // Of a deletion, or of what was erased since, there is nothing to show or to edit.
  const filled = lines.filter(({ fields }) => spokenChanges(fields).length > 0);
  const card = lines[0]?.contactId ?? null;
  const known = lines.some((line) => contactOf(line) !== null);
  const vcard = exportCard(lines, contactOf);
  const actions: readonly (readonly [string, () => void])[] = [
    ...(filled.length === 0
      ? []
      : [[t("refusedItem.edit"), () => setEditing(true)] as const]),
    [t("refusedItem.retry"), () => void arrange("resume", [entry.m])],
    [t("syncPage.copy"), () => void copy()],
    [t("refusedItem.export"), () => void exportToFile()],
    ...(vcard === null
      ? []
      : [[t("refusedItem.vcard"), () => void save("vcf", vcard)] as const]),
    [t("outbox.do.discard"), () => void arrange("discard", [entry.m])],
  ];
  return (
    <Box
      component="article"
      data-line={entry.m}
      aria-label={title}
      sx={{ "& + &": { mt: 2, pt: 2, borderTop: 1, borderColor: "divider" } }}
    >
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          gap: 1,
          alignItems: "flex-start",
        }}
      >
        <Box sx={{ flex: "1 1 240px", minWidth: 0 }}>
          <Typography sx={{ fontWeight: 550, overflowWrap: "anywhere" }}>
            {title}
          </Typography>
          <Typography variant="caption" component="p" color="textSecondary">
            {formatMoment(entry.at, now())}
          </Typography>
        </Box>
        {card !== null && known && (
          <Button
            size="small"
            color="inherit"
            onClick={() => commands.openContact(card)}
          >
            {t("conflict.openCard")}
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ mt: 0.75, color: "warning.main" }}>
        {reason}
      </Typography>
      <Details text={[code, message].filter(Boolean).join(": ")} />
      <Box sx={{ mt: 1 }}>
        {filled.map((line) => (
          <Box key={`${line.c}/${line.id}`} sx={{ "& + &": { mt: 1.5 } }}>
            {lines.length > 1 && (
              <Typography variant="h3" component="p">
                {[recordWord(line.c, i18n), who(line)].join(" · ")}
              </Typography>
            )}
            <ChangesTable line={line} names={names} label={who(line)} />
          </Box>
        ))}
      </Box>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1.5 }}>
        {actions.map(([name, run]) => (
          <Button
            key={name}
            size="small"
            variant="outlined"
            color="inherit"
            onClick={run}
          >
            {name}
          </Button>
        ))}
      </Box>
      {editing && (
        <EditRefused
          entry={entry}
          title={title}
          reason={reason}
          onClose={() => setEditing(false)}
        />
      )}
    </Box>
  );
}
