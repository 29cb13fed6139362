import TaskAltRounded from "@mui/icons-material/TaskAltRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { formatCount } from "../../ui/format.ts";
import { FocusKeeper } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { OutboxItem } from "./outbox-item.tsx";
import { changesText } from "./changes-text.ts";
import type { LineAction } from "./line-actions.tsx";
import { outboxLines, type OutboxLine } from "./outbox-lines.ts";
import { doneWord, recordWord } from "./outbox-words.ts";
import { waitsFor } from "./waits-for.ts";
import { useArrange } from "./use-arrange.ts";
import {
  useHeldEntries,
  usePendingEntries,
  useSentUpTo,
} from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

/** Rows drawn at once: a week without a line is some hundred records, and nobody reads them all. */
const PAGE = 50;

/** What waits to be sent: one line per record, each opens to its fields, old and new. */
export function Outbox() {
  const { t, i18n } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const entries = usePendingEntries();
  const held = useHeldEntries().length > 0;
  const lines = useMemo(() => outboxLines(entries), [entries]);
  const [shown, setShown] = useState(PAGE);
  const [filter, setFilter] = useState("");
  const first = useMemo(() => lines.slice(0, shown), [lines, shown]);
  const { names, contactOf } = useRecordNames(filter === "" ? first : lines);
  const before = useMemo(() => waitsFor(lines), [lines]);
  const sentUpTo = useSentUpTo();
  const arrange = useArrange();
  const found = lines.filter((line) =>
    fold(
      [contactOf(line), recordWord(line.c, i18n), doneWord(line, i18n)].join(
        " ",
      ),
    ).includes(fold(filter)),
  );
  const visible = found.slice(0, shown);

  async function copy(): Promise<void> {
    const deps = { words: i18n, codes, language, names };
    const texts = found.map((line) =>
      [
        [contactOf(line), recordWord(line.c, i18n), doneWord(line, i18n)]
          .filter(Boolean)
          .join(" · "),
        changesText(line, deps),
      ].join("\n"),
    );
    await navigator.clipboard.writeText(texts.join("\n\n"));
    notify({ text: t("syncPage.copied") });
  }

  function waitingNameOf(line: OutboxLine): string | null {
    const other = before.get(`${line.c}/${line.id}`);
    return other === undefined
      ? null
      : (contactOf(other) ?? recordWord(other.c, i18n));
  }

  const actionsOf = ({ ms }: OutboxLine): readonly LineAction[] =>
    (
      [
        ["hold", "H"],
        ["send-first", "F"],
        ["discard", "Del"],
      ] as const
    ).map(([what, key]) => ({
      name: t(`outbox.do.${what}`),
      key,
      run: () => void arrange(what, ms),
    }));
  const isOnItsWay = ({ order }: OutboxLine) =>
    order.some((d) => d <= sentUpTo);

  if (lines.length === 0) {
    return (
      <Section id="sync-outbox" title={t("syncPage.outbox")}>
        <FocusKeeper>
          <Typography
            color="textSecondary"
            sx={{ display: "flex", alignItems: "center", gap: 1 }}
          >
            <TaskAltRounded
              aria-hidden
              sx={{ fontSize: 18, color: "success.main" }}
            />
            {t(held ? "syncPage.outboxHeldOnly" : "syncPage.outboxEmpty")}
          </Typography>
        </FocusKeeper>
      </Section>
    );
  }
  return (
    <Section
      id="sync-outbox"
      title={t("syncPage.outbox")}
      hint={t("syncPage.outboxHint")}
    >
      <Box sx={{ display: "flex", gap: 1, mb: 1, alignItems: "center" }}>
        <TextField
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          placeholder={t("outbox.filter")}
          sx={{ flex: 1, maxWidth: 360 }}
          slotProps={{ htmlInput: { "aria-label": t("outbox.filter") } }}
        />
        <Button
          size="small"
          color="inherit"
          variant="outlined"
          onClick={() => void copy()}
        >
          {t("syncPage.copy")}
        </Button>
      </Box>
      {found.length === 0 && (
        <Typography color="textSecondary">{t("outbox.noMatch")}</Typography>
      )}
      <FocusKeeper>
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -1 }}>
          {visible.map((line) => (
            <OutboxItem
              key={`${line.c}/${line.id}`}
              line={line}
              who={contactOf(line)}
              names={names}
              waitsFor={waitingNameOf(line)}
              actions={actionsOf(line)}
              why={isOnItsWay(line) ? t("outbox.onItsWay") : undefined}
            />
          ))}
        </Box>
      </FocusKeeper>
      {found.length > shown && (
        <Button
          color="inherit"
          variant="outlined"
          onClick={() => setShown((before) => before + PAGE)}
          sx={{ mt: 1 }}
        >
          {t("syncPage.showMore", { n: formatCount(found.length - shown) })}
        </Button>
      )}
    </Section>
  );
}
