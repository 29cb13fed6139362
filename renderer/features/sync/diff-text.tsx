import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { lineDiff } from "../../../shared/core/line-diff.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";

const LONG = 90;

/** A text of several lines, or too long for one. */
export function isLongText(value: unknown): value is string {
  return (
    typeof value === "string" && (value.includes("\n") || value.length > LONG)
  );
}

/** A long text beside an older one: what came and what went, line by line; also said in words, not by colour alone. */
export function DiffText(props: { older: string; newer: string }) {
  const { t } = useTranslation();
  return (
    <Box component="span" sx={{ display: "block" }}>
      {lineDiff(props.older, props.newer).map(({ kind, text }, index) => (
        <Box
          component="span"
          key={index}
          sx={{
            display: "block",
            px: 0.5,
            mx: -0.5,
            bgcolor:
              kind === "added"
                ? "soft.success"
                : kind === "removed"
                  ? "soft.warning"
                  : undefined,
            textDecoration: kind === "removed" ? "line-through" : undefined,
          }}
        >
          {kind !== "same" && (
            <Box component="span" sx={visuallyHidden}>
              {t(kind === "added" ? "diff.added" : "diff.removed")}
            </Box>
          )}
          {text === "" ? " " : text}
        </Box>
      ))}
    </Box>
  );
}
