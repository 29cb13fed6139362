import AddRounded from "@mui/icons-material/AddRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Items of a code in their order, each on lines of its own, with one more at the end. */
export function ItemRows<T>(props: {
  label: string;
  items: readonly T[];
  nameOf(item: T, index: number): string;
  row(item: T, change: (item: T) => void): ReactNode;
  /** A new one. */
  fresh(): T;
  onChange(items: readonly T[]): void;
  /** Why an item cannot be taken out, if so. */
  keeps?(item: T): string | undefined;
}) {
  const { t } = useTranslation();
  const { items, onChange } = props;
  return (
    <Box
      component="fieldset"
      sx={{ border: 0, p: 0, m: 0, display: "flex", flexDirection: "column" }}
    >
      <Box component="legend" sx={{ mb: 1, fontWeight: 550 }}>
        {props.label}
      </Box>
      {items.map((item, index) => (
        <Box
          key={index}
          role="group"
          aria-label={props.nameOf(item, index)}
          sx={{ display: "flex", gap: 1, py: 1, alignItems: "flex-start" }}
        >
          <Box sx={{ flex: 1, display: "flex", flexWrap: "wrap", gap: 1 }}>
            {props.row(item, (changed) =>
              onChange(items.map((one, at) => (at === index ? changed : one))),
            )}
          </Box>
          <Tooltip title={props.keeps?.(item) ?? ""}>
            <span>
              <IconButton
                size="small"
                disabled={props.keeps?.(item) !== undefined}
                aria-label={t("setup.removeOf", {
                  name: props.nameOf(item, index),
                })}
                onClick={() => onChange(items.filter((_, at) => at !== index))}
              >
                <CloseRounded fontSize="small" />
              </IconButton>
            </span>
          </Tooltip>
        </Box>
      ))}
      <Button
        size="small"
        startIcon={<AddRounded />}
        onClick={() => onChange([...items, props.fresh()])}
        sx={{ alignSelf: "flex-start" }}
      >
        {t("setup.add")}
      </Button>
    </Box>
  );
}
