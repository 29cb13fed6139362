import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import TaskAltRounded from "@mui/icons-material/TaskAltRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Collapse from "@mui/material/Collapse";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { FieldTable } from "./field-table.tsx";
import { outboxRecords, type OutboxRecord } from "./outbox-records.ts";
import { usePendingEntries } from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

/** What waits to be sent: one line per record, each opens to its fields, old and new. */
export function Outbox() {
  const { t } = useTranslation();
  const entries = usePendingEntries();
  const records = useMemo(() => outboxRecords(entries), [entries]);
  const names = useRecordNames(records);
  if (records.length === 0) {
    return (
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
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -1 }}>
      {records.map((record) => (
        <Line key={record.key} record={record} name={names.get(record.key)} />
      ))}
    </Box>
  );
}

function Line(props: { record: OutboxRecord; name: string | undefined }) {
  const { t, i18n } = useTranslation();
  const now = useNow(60_000);
  const [open, setOpen] = useState(false);
  const { record } = props;
  const kind = `record.${record.c}`;
  const what = i18n.exists(kind)
    ? t(kind as "record.contacts")
    : t("record.other");
  const actions = record.labels
    .map((label) =>
      i18n.exists(label) ? t(label as "action.logVisit") : label,
    )
    .join(", ");
  const count =
    record.kind === "created"
      ? t("syncPage.created")
      : record.kind === "deleted"
        ? t("syncPage.deleted")
        : t("syncPage.changes", { count: record.fields.length });
  const detailsId = `outbox-${record.id}`;
  return (
    <Box component="li" data-record={record.key}>
      <ButtonBase
        aria-expanded={open}
        aria-controls={detailsId}
        onClick={() => setOpen(!open)}
        sx={{
          width: "100%",
          display: "grid",
          gridTemplateColumns: "1fr auto auto auto",
          columnGap: 2,
          px: 1,
          py: 0.75,
          textAlign: "left",
          borderRadius: 1,
          "&:hover": { bgcolor: "surface.hover" },
          "&.Mui-focusVisible": { outlineOffset: "-2px" },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography noWrap sx={{ fontWeight: 550 }}>
            {props.name ?? what}
          </Typography>
          <Typography
            noWrap
            variant="caption"
            component="div"
            color="textSecondary"
          >
            {`${what} · ${actions}`}
          </Typography>
        </Box>
        <Typography variant="body2" color="textSecondary">
          {count}
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ fontVariantNumeric: "tabular-nums" }}
        >
          {formatMoment(record.at, now)}
        </Typography>
        <ExpandMoreRounded
          aria-hidden
          sx={{
            fontSize: 20,
            color: "text.secondary",
            transform: open ? "rotate(180deg)" : undefined,
            transition: "transform 120ms",
          }}
        />
      </ButtonBase>
      <Collapse in={open} id={detailsId} unmountOnExit timeout={120}>
        <Box sx={{ px: 1, pb: 1.5 }}>
          <FieldTable fields={record.fields} />
        </Box>
      </Collapse>
    </Box>
  );
}
