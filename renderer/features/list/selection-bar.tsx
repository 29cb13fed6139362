import CloseRounded from "@mui/icons-material/CloseRounded";
import CompareArrowsRounded from "@mui/icons-material/CompareArrowsRounded";
import ContentCopyRounded from "@mui/icons-material/ContentCopyRounded";
import EditOutlined from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";

/** How many are chosen, and what can be done with them. */
export function SelectionBar(props: {
  count: number;
  total: number;
  /** More are chosen than are in sight. */
  beyondSight: boolean;
  narrow: boolean;
  exportButton: ReactNode;
  onAll(): void;
  onNone(): void;
  onEdit(): void;
  onCopy(): void;
  /** Null: so many are not compared. */
  onCompare: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { count, total } = props;
  return (
    <Box
      role="region"
      aria-label={t("list.selection")}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 0.75,
        px: 1.25,
        py: 0.5,
        borderRadius: 1,
        bgcolor: "soft.primary",
      }}
    >
      <Typography
        role="status"
        variant="body2"
        sx={{ fontWeight: 600, mr: "auto" }}
      >
        {props.beyondSight
          ? t("list.selectedAll", { n: formatCount(count) })
          : t("list.selected", { count })}
      </Typography>
      {count < total && (
        <Button size="small" onClick={props.onAll}>
          {t("list.selectAll", { n: formatCount(total) })}
        </Button>
      )}
      <Button size="small" startIcon={<EditOutlined />} onClick={props.onEdit}>
        {t("list.edit")}
      </Button>
      <Button
        size="small"
        startIcon={<ContentCopyRounded />}
        aria-keyshortcuts="Control+C"
        onClick={props.onCopy}
      >
        {t("list.copy")}
      </Button>
      {props.onCompare && (
        <Button
          size="small"
          startIcon={<CompareArrowsRounded />}
          onClick={props.onCompare}
        >
          {t("double.compare")}
        </Button>
      )}
      {props.exportButton}
      <Tooltip title={t("list.selectNone")}>
        <IconButton
          size="small"
          color="inherit"
          aria-label={t("list.selectNone")}
          onClick={props.onNone}
        >
          <CloseRounded sx={{ fontSize: 18 }} />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
