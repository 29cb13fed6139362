import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { UpdateFeed } from "../../../shared/ipc/updates.ts";
import { useSession } from "../../ui/session.ts";
import { noteLines } from "./note-lines.ts";

/** What the release server says of a version, in the language of the screen, or else in English. */
export function WhatsNewDialog(props: {
  version: string;
  notes: UpdateFeed["notes"];
  busy: boolean;
  onInstall(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const own = props.notes[language as keyof UpdateFeed["notes"]];
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby="updates-new-title"
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id="updates-new-title">
        {t("updates.newIn", { version: props.version })}
      </DialogTitle>
      <DialogContent lang={own === undefined ? "en" : language}>
        <Box
          component="ul"
          sx={{
            m: 0,
            pl: 2.5,
            display: "grid",
            gap: 0.75,
            color: "text.primary",
          }}
        >
          {noteLines(own ?? props.notes.en).map((line) => (
            <Typography key={line} component="li">
              {line}
            </Typography>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onClose} autoFocus>
          {t("updates.later")}
        </Button>
        <Button
          variant="contained"
          loading={props.busy}
          onClick={props.onInstall}
        >
          {t("updates.restart")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
