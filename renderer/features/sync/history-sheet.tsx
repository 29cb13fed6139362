import CloseRounded from "@mui/icons-material/CloseRounded";
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryTarget } from "../../ui/commands.ts";
import { Delayed } from "../../ui/delayed.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { entriesOf, historyEntries } from "./history-entries.ts";
import { HistoryItem } from "./history-item.tsx";
import { useHistory } from "./use-history.ts";
import { usePendingEntries } from "./use-pending.ts";
import { useWriteFields } from "./use-write-fields.ts";
import { fieldWord } from "./field-words.ts";

/** Everything that was ever written to one record, newest first; each value can be brought back by an ordinary edit. */
export function HistorySheet(props: {
  target: HistoryTarget;
  onClose(): void;
}) {
  const { t, i18n } = useTranslation();
  const { now, alone } = useSession();
  const writeFields = useWriteFields();
  const { target, onClose } = props;
  const { c, id } = target;
  const read = useHistory(target);
  const pending = usePendingEntries();
  const fetched =
    read?.kind === "fetched"
      ? read.history
      : read?.kind === "offline"
        ? read.last
        : null;
  const { field } = target;
  const entries = useMemo(() => {
    const all = historyEntries({ c, id }, pending, fetched);
    return field === undefined ? all : entriesOf(all, field);
  }, [c, id, field, pending, fetched]);

  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-modal": true,
          "aria-labelledby": "history-title",
          sx: {
            width: 480,
            maxWidth: "100%",
            borderLeft: 1,
            borderColor: "divider",
          },
        },
      }}
    >
      <Box
        sx={{
          display: "flex",
          alignItems: "flex-start",
          px: 2.5,
          py: 1.5,
          borderBottom: 1,
          borderColor: "divider",
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id="history-title" variant="h2">
            {t("history.title")}
          </Typography>
          <Typography
            variant="body2"
            color="textSecondary"
            sx={{ overflowWrap: "anywhere" }}
          >
            {target.title}
            {field !== undefined && ` · ${fieldWord(field, i18n)}`}
          </Typography>
        </Box>
        <IconButton autoFocus aria-label={t("close")} onClick={onClose}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ px: 2.5, py: 2, overflowY: "auto" }} tabIndex={-1}>
        {read === null && (
          <Delayed>
            <Typography variant="body2" color="textSecondary">
              {t("history.loading")}
            </Typography>
          </Delayed>
        )}
        {read?.kind === "offline" && !alone && (
          <Typography
            role="status"
            variant="body2"
            sx={{ mb: 2, p: 1.25, borderRadius: 1, bgcolor: "surface.sunken" }}
          >
            {read.last === null
              ? t("history.offline")
              : t("history.offlineSince", {
                  time: formatMoment(read.last.fetchedAt, now()),
                })}
          </Typography>
        )}
        {read !== null && entries.length === 0 && read.kind !== "offline" && (
          <Typography color="textSecondary">{t("history.empty")}</Typography>
        )}
        <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
          {entries.map((entry) => (
            <HistoryItem
              key={entry.key}
              c={c}
              entry={entry}
              onRevert={(line) =>
                void writeFields(
                  "action.revert",
                  [{ c, id, path: line.path, value: line.revert?.value }],
                  t("history.reverted", { field: fieldWord(line.path, i18n) }),
                )
              }
            />
          ))}
        </Box>
      </Box>
    </Drawer>
  );
}
