import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { entityOf, isCollection } from "../../../shared/entities/registry.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { DiffText, isLongText } from "./diff-text.tsx";
import { fieldWord, valueWords } from "./field-words.ts";
import type { HistoryEntry, HistoryLine } from "./history-entries.ts";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Who, on which device, when and how; below it field by field, old → new. */
export function HistoryItem(props: {
  c: string;
  entry: HistoryEntry;
  onRevert(line: HistoryLine): void;
}) {
  const { t } = useTranslation();
  const { now, owner, alone } = useSession();
  const { entry } = props;
  const own = entry.waiting || entry.userId === owner.userId;
  const facts = [
    entry.waiting ? t("history.thisDevice") : entry.deviceName,
    formatMoment(entry.at, now()),
    t(`history.origin.${entry.origin}`),
    entry.waiting && !alone && t("history.waiting"),
  ].filter(Boolean);
  return (
    <Box
      component="li"
      sx={{
        "& + &": { mt: 1.75, pt: 1.75, borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ fontWeight: 600 }}>
        {own ? t("history.you") : (entry.userName ?? t("conflict.someone"))}
      </Box>
      <Box sx={{ fontSize: 12.5, color: "text.secondary" }}>
        {facts.join(" · ")}
      </Box>
      {entry.lines.map((line, index) => (
        <HistoryLineRow key={index} {...props} line={line} />
      ))}
    </Box>
  );
}

/** One field, old → new, and the way back where there is one. */
export function HistoryLineRow(props: {
  c: string;
  line: HistoryLine;
  onRevert(line: HistoryLine): void;
}) {
  const { t, i18n } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const { c, line } = props;
  if (line.path === "") {
    const word =
      line.kind === "set" || line.kind === "discarded" ? "lost" : line.kind;
    return <Box sx={{ mt: 0.75 }}>{t(`history.whole.${word}`)}</Box>;
  }
  const [member = ""] = line.path.split("/");
  const isSet = isCollection(c) && entityOf(c).sets.includes(member);
  const text = (value: unknown) =>
    valueWords(c, isSet ? member : line.path, value, {
      words: i18n,
      codes,
      language,
      names: NO_NAMES,
    }) || t("conflict.empty");
  const label = fieldWord(line.path, i18n);
  return (
    <Box sx={{ mt: 0.75, display: "flex", gap: 1, alignItems: "flex-start" }}>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
        <Box component="span" sx={{ fontSize: 12.5, color: "text.secondary" }}>
          {label}
          {line.kind === "lost" && ` · ${t("history.lost")}`}
          {line.kind === "discarded" && ` · ${t("history.discarded")}`}
        </Box>
        <Box sx={{ whiteSpace: "pre-wrap" }}>
          {isLongText(line.from) || isLongText(line.to) ? (
            <DiffText
              older={typeof line.from === "string" ? line.from : ""}
              newer={typeof line.to === "string" ? line.to : ""}
            />
          ) : (
            <>
              <Box component="span" sx={{ color: "text.secondary" }}>
                {text(line.from)}
              </Box>
              {" → "}
              <Box component="span" sx={{ fontWeight: 550 }}>
                {text(line.to)}
              </Box>
            </>
          )}
        </Box>
      </Box>
      {line.revert && (
        <Button
          size="small"
          color="inherit"
          aria-label={`${t(line.kind === "set" ? "history.revert" : "history.use")}: ${label}`}
          onClick={() => props.onRevert(line)}
        >
          {t(line.kind === "set" ? "history.revert" : "history.use")}
        </Button>
      )}
    </Box>
  );
}
