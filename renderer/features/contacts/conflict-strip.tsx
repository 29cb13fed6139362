import CallSplitRounded from "@mui/icons-material/CallSplitRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** "Other value: X - Chantal Rochat, 10:02 [Use it]": the side that a merge put aside, one click away. */
export function ConflictStrip(props: {
  conflict: Note;
  shown: (value: string) => string;
  onUse(): void;
  onDismiss(): void;
}) {
  const { t } = useTranslation();
  const { now } = useSession();
  const { loser } = props.conflict;
  const value = loser?.value;
  const text =
    value === null || value === undefined || value === ""
      ? t("conflict.empty")
      : props.shown(typeof value === "string" ? value : JSON.stringify(value));
  const source = [
    loser?.userName ?? t("conflict.someone"),
    loser?.at && formatMoment(Date.parse(loser.at), now()),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <Box
      role="note"
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        gap: 0.75,
        my: 0.5,
        px: 1,
        py: 0.5,
        borderRadius: 1,
        bgcolor: "soft.warning",
        fontSize: 12.5,
      }}
    >
      <CallSplitRounded
        aria-hidden
        sx={{ fontSize: 16, color: "warning.main" }}
      />
      <Box
        component="span"
        sx={{ flex: "1 1 140px", overflowWrap: "anywhere" }}
      >
        {t("conflict.other", { value: text, source })}
      </Box>
      <Button size="small" color="warning" onClick={props.onUse}>
        {t("conflict.use")}
      </Button>
      <Button size="small" color="inherit" onClick={props.onDismiss}>
        {t("conflict.keep")}
      </Button>
    </Box>
  );
}
