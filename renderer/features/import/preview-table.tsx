import AddCircleOutlineRounded from "@mui/icons-material/AddCircleOutlineRounded";
import CheckCircleOutlineRounded from "@mui/icons-material/CheckCircleOutlineRounded";
import ContentCopyRounded from "@mui/icons-material/ContentCopyRounded";
import EditOutlined from "@mui/icons-material/EditOutlined";
import RemoveCircleOutlineRounded from "@mui/icons-material/RemoveCircleOutlineRounded";
import WarningAmberRounded from "@mui/icons-material/WarningAmberRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { KindMark } from "../../ui/kind-mark.tsx";
import { fieldWord, problemWords, verdictWords } from "./import-wording.ts";
import type { PreviewRow } from "./messages.ts";
import { LEAST, useRoomLeft } from "./use-room-left.ts";

const COLUMNS = "minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr)";
const ROW_HEIGHT = 52;

const marks = {
  new: { icon: AddCircleOutlineRounded, color: "success.main" },
  update: { icon: EditOutlined, color: "info.main" },
  same: { icon: CheckCircleOutlineRounded, color: "text.secondary" },
  different: { icon: CheckCircleOutlineRounded, color: "text.secondary" },
  twice: { icon: ContentCopyRounded, color: "text.secondary" },
  refused: { icon: RemoveCircleOutlineRounded, color: "error.main" },
  bad: { icon: RemoveCircleOutlineRounded, color: "error.main" },
} as const;

/** Each card with what will become of it; drawn only where it is in sight. The arrow keys scroll. */
export function PreviewTable(props: {
  rows: readonly PreviewRow[];
  isTable: boolean;
  label: string;
}) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  useRoomLeft(scroller);
  const rows = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const columns = [
    ...[props.isTable ? ("row" as const) : ("card" as const)],
    ...(["channel", "result"] as const),
  ];
  return (
    <Box
      ref={scroller}
      role="table"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.rows.length + 1}
      sx={{
        maxHeight: LEAST,
        overflowY: "auto",
        border: 1,
        borderColor: "divider",
        borderRadius: 1,
      }}
    >
      <Box role="rowgroup" sx={{ position: "sticky", top: 0, zIndex: 1 }}>
        <Box
          role="row"
          aria-rowindex={1}
          sx={{ ...line, bgcolor: "surface.sunken" }}
        >
          {columns.map((column) => (
            <Typography
              key={column}
              role="columnheader"
              variant="caption"
              color="textSecondary"
            >
              {t(`import.column.${column}`)}
            </Typography>
          ))}
        </Box>
      </Box>
      <Box
        role="rowgroup"
        sx={{ position: "relative" }}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map((item) => {
          const row = props.rows[item.index];
          return (
            row && (
              <Box
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                style={{ transform: `translateY(${item.start}px)` }}
                sx={{
                  ...line,
                  position: "absolute",
                  insetInline: 0,
                  top: 0,
                  minHeight: ROW_HEIGHT,
                  borderBottom: 1,
                  borderColor: "divider",
                }}
              >
                <CardRow row={row} isTable={props.isTable} />
              </Box>
            )
          );
        })}
      </Box>
    </Box>
  );
}

const line = {
  display: "grid",
  gridTemplateColumns: COLUMNS,
  columnGap: 2,
  alignItems: "start",
  px: 1.5,
  py: 0.75,
} as const;

function CardRow({ row, isTable }: { row: PreviewRow; isTable: boolean }) {
  const { t, i18n } = useTranslation();
  const mark = marks[row.verdict];
  const isBad = row.verdict === "bad";
  const kind =
    row.type === "company"
      ? "company"
      : row.companyName === ""
        ? "independent"
        : "person";
  const place = isTable
    ? t("import.rowNo", { line: row.line })
    : t("import.cardNo", { n: row.number, line: row.line });
  return (
    <>
      <Box
        role="cell"
        sx={{ display: "flex", alignItems: "center", gap: 1.25, minWidth: 0 }}
      >
        {!isBad && <KindMark kind={kind} size={30} />}
        <Box sx={{ minWidth: 0 }}>
          <Typography
            component="div"
            noWrap
            sx={{ fontWeight: 550, fontSize: 13.5 }}
          >
            {isBad ? place : row.name}
          </Typography>
          {!isBad && (
            <Typography
              component="div"
              noWrap
              variant="caption"
              color="textSecondary"
            >
              {[t(`kind.${kind}`), row.companyName].filter(Boolean).join(" · ")}
            </Typography>
          )}
        </Box>
      </Box>
      <Typography
        role="cell"
        variant="body2"
        color="textSecondary"
        sx={{ overflowWrap: "anywhere" }}
      >
        {row.channel}
      </Typography>
      <Box role="cell" sx={{ minWidth: 0, fontSize: 13 }}>
        <Box sx={{ display: "flex", gap: 0.75 }}>
          <mark.icon
            aria-hidden
            sx={{ fontSize: 17, mt: "1px", color: mark.color, flex: "none" }}
          />
          {verdictWords(row, i18n)}
        </Box>
        {row.updates.map((update) => (
          <Box key={update.field} sx={{ fontSize: 12.5, pl: 3 }}>
            {t("import.updateOf", { field: fieldWord(update.field, i18n) })}{" "}
            {update.before !== "" && (
              <Box component="del" sx={{ color: "text.secondary", mr: 0.5 }}>
                − {update.before}
              </Box>
            )}
            <Box
              component="ins"
              sx={{ color: "success.main", textDecoration: "none" }}
            >
              + {update.after}
            </Box>
          </Box>
        ))}
        {row.hasVisit && (
          <Box sx={{ fontSize: 12.5, pl: 3 }}>{t("import.withVisit")}</Box>
        )}
        {row.problems.map((problem) => (
          <Concern key={`${problem.field}/${problem.value}`}>
            {problemWords(problem, i18n)}
          </Concern>
        ))}
        {row.photoProblem && (
          <Concern>{t(`import.photo.${row.photoProblem}`)}</Concern>
        )}
      </Box>
    </>
  );
}

function Concern({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: "flex",
        gap: 0.75,
        mt: 0.25,
        fontSize: 12.5,
        color: "warning.main",
        overflowWrap: "anywhere",
      }}
    >
      <WarningAmberRounded
        aria-hidden
        sx={{ fontSize: 16, flex: "none", mt: "1px" }}
      />
      {children}
    </Box>
  );
}
