import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../shared/ipc/contract.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { Details } from "../../ui/details.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { ChangesTable } from "./changes-table.tsx";
import { changesText } from "./changes-text.ts";
import { DismissDialog } from "./dismiss-dialog.tsx";
import type { OutboxLine } from "./outbox-lines.ts";
import { actionWord, recordWord } from "./outbox-words.ts";
import { refusedWords } from "./refused-words.ts";
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
  const [asking, setAsking] = useState(false);
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

  return (
    <Box
      component="article"
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
        <Button size="small" variant="outlined" color="inherit" onClick={copy}>
          {t("syncPage.copy")}
        </Button>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          onClick={() => setAsking(true)}
        >
          {t("syncPage.dismiss")}
        </Button>
      </Box>
      <Typography variant="body2" sx={{ mt: 0.75, color: "warning.main" }}>
        {reason}
      </Typography>
      <Details text={[code, message].filter(Boolean).join(": ")} />
      <Box sx={{ mt: 1 }}>
        {lines.map((line) => (
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
      {asking && <DismissDialog d={entry.d} onClose={() => setAsking(false)} />}
    </Box>
  );
}
