import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** What is done within this time needs no bar. */
const SHOWN_AFTER_MS = 600;

/** How far a longer piece of work is, with a way out. */
export function ProgressDialog(props: {
  title: string;
  text: string;
  done: number;
  of: number;
  onCancel(): void;
}) {
  const { t } = useTranslation();
  const titleId = useId();
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!due) return null;
  return (
    <Dialog
      open
      aria-labelledby={titleId}
      onClose={props.onCancel}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" role="status" sx={{ mb: 1.5 }}>
          {props.text}
        </Typography>
        <LinearProgress
          variant="determinate"
          aria-label={props.title}
          value={props.of === 0 ? 0 : (100 * props.done) / props.of}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel}>{t("cancel")}</Button>
      </DialogActions>
    </Dialog>
  );
}
