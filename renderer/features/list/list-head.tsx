import TableRowsOutlined from "@mui/icons-material/TableRowsOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SNUG } from "../../ui/narrow.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { ViewMenu } from "./view-menu.tsx";
import type { ViewLine, viewLines } from "./views-nav.tsx";

interface HeadProps {
  readonly lines: ReturnType<typeof viewLines>;
  readonly current: ViewLine;
  /** Null until the first answer. */
  readonly total: number | null;
  readonly search: ReactNode;
  readonly viewActions: ReactNode;
  readonly newMenu: ReactNode;
  /** Filter, columns, export: in the table only. */
  readonly tools: ReactNode;
  /** What stands below: chips of the filter, what is chosen. */
  readonly children: ReactNode;
  onView(id: string): void;
  onTable(): void;
}

/** What stands over the rows: of the table, or of the narrow list beside a card. */
export function ListHead({
  isTable,
  ...props
}: HeadProps & { readonly isTable: boolean }) {
  const column = { display: "flex", flexDirection: "column", gap: 1, pb: 1 };
  return isTable ? (
    <Box sx={{ ...column, px: 2, pt: 1.5 }}>
      <TitleLine {...props} />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        {props.search}
        {props.tools}
      </Box>
      {props.children}
    </Box>
  ) : (
    <Box sx={{ ...column, px: 1.5, pt: 1.5 }}>
      <MenuLine {...props} />
      <Box sx={{ display: "flex", gap: 1 }}>
        {props.search}
        {props.newMenu}
      </Box>
      {props.children}
    </Box>
  );
}

/** In a snug window the menu of the views takes the place of their list. */
function TitleLine({ lines, current, total, ...props }: HeadProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
      <Typography
        variant="h1"
        sx={{ minWidth: 0, [SNUG]: visuallyHidden }}
        noWrap
      >
        {current.name}
      </Typography>
      <Box sx={{ display: "none", minWidth: 0, [SNUG]: { display: "flex" } }}>
        <ViewMenu
          {...lines}
          current={current}
          total={total}
          onView={props.onView}
        />
      </Box>
      <Typography
        color="textSecondary"
        noWrap
        sx={{ flex: 1, [SNUG]: { visibility: "hidden" } }}
        role="status"
      >
        {total === null ? "" : t("list.count", { count: total })}
      </Typography>
      {props.viewActions}
      {props.newMenu}
    </Box>
  );
}

function MenuLine({ lines, current, total, ...props }: HeadProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 0.5 }}>
      <ViewMenu
        {...lines}
        current={current}
        total={total}
        onView={props.onView}
      />
      <Box sx={{ flex: 1 }} />
      <Tooltip title={t("list.table")}>
        <IconButton aria-label={t("list.table")} onClick={props.onTable}>
          <TableRowsOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      {props.viewActions}
    </Box>
  );
}
