import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId, type ReactNode } from "react";
import { useIsFound } from "./setting-search.ts";

export interface SettingIds {
  /** For `aria-labelledby` (a Select's `labelId`). */
  readonly label: string;
  /** For `aria-describedby`; undefined where there is no hint. */
  readonly hint: string | undefined;
  /** For the `id` of a control that a `<label>` can name; see `labels`. */
  readonly control: string;
}

/** One thing to decide: what it is and means on the left, the control on the right, one line on a line of its own. */
export function SettingRow(props: {
  label: string;
  hint?: string | undefined;
  /** A click on the name reaches the control: for switches and text fields. */
  labels?: true;
  control: (ids: SettingIds) => ReactNode;
}) {
  const id = useId();
  const found = useIsFound(props.label, props.hint);
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  if (!found) return null;
  return (
    <Box
      data-setting
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        columnGap: 3,
        rowGap: 1,
        py: 1.25,
        "&:first-of-type": { pt: 0 },
        "&:last-of-type": { pb: 0 },
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ flex: "1 1 260px", minWidth: 0 }}>
        <Typography
          id={`${id}-label`}
          {...(props.labels
            ? { component: "label", htmlFor: `${id}-control` }
            : {})}
          sx={{ display: "block", fontWeight: 550 }}
        >
          {props.label}
        </Typography>
        {props.hint && (
          <Typography id={hintId} variant="body2" color="textSecondary">
            {props.hint}
          </Typography>
        )}
      </Box>
      <Box sx={{ flex: "none", maxWidth: "100%" }}>
        {props.control({
          label: `${id}-label`,
          hint: hintId,
          control: `${id}-control`,
        })}
      </Box>
    </Box>
  );
}
