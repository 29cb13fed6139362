import ViewColumnOutlined from "@mui/icons-material/ViewColumnOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Popover from "@mui/material/Popover";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { contactColumns } from "../../../shared/domain/contact-columns.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import { withColumn, withoutColumn } from "./column-layout.ts";

/** Which columns a view shows; their order and width are arranged at the headings. */
export function ColumnsButton(props: {
  columns: ListView["columns"];
  onColumns(columns: ListView["columns"] | null): void;
}) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shown = new Set(props.columns.map(({ column }) => column));
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        startIcon={<ViewColumnOutlined />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flex: "none" }}
      >
        {t("list.columns")}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{
          paper: {
            role: "dialog",
            "aria-label": t("list.columns"),
            sx: {
              mt: 0.5,
              borderRadius: 2,
              border: 1,
              borderColor: "divider",
              boxShadow: "0 8px 28px rgb(0 0 0 / 0.14)",
            },
          },
        }}
      >
        <Box sx={{ p: 2, width: 440 }}>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {t("list.columnsHint")}
          </Typography>
          <Box sx={{ columns: 2, columnGap: 2 }}>
            {contactColumns.map((column) => (
              <FormControlLabel
                key={column}
                label={t(`column.${column}`)}
                disabled={column === "name"}
                control={
                  <Checkbox
                    size="small"
                    checked={shown.has(column)}
                    onChange={(_, on) =>
                      props.onColumns(
                        on
                          ? withColumn(props.columns, column)
                          : withoutColumn(props.columns, column),
                      )
                    }
                    sx={{ py: 0.25 }}
                  />
                }
                sx={{
                  display: "flex",
                  mr: 0,
                  breakInside: "avoid",
                  "& .MuiFormControlLabel-label": { fontSize: 13.5 },
                }}
              />
            ))}
          </Box>
          <Button
            color="inherit"
            size="small"
            onClick={() => props.onColumns(null)}
            sx={{ mt: 1 }}
          >
            {t("list.resetColumns")}
          </Button>
        </Box>
      </Popover>
    </>
  );
}
