import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../ui/notices.tsx";
import { useSamples } from "./use-samples.ts";

/** Says on the first page that the company is invented, with the way to be rid of it; nothing where there is none. */
export function SamplesStrip() {
  const { t } = useTranslation();
  const notify = useNotify();
  const { present, own, remove } = useSamples();
  const [asked, setAsked] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  if (!present) return null;

  async function run(): Promise<void> {
    setBusy(true);
    try {
      await remove();
      notify({ text: t("samples.removed") });
    } catch {
      notify({ text: t("samples.failed") });
    } finally {
      setBusy(false);
      setAsked(null);
    }
  }
  return (
    <>
      <Alert
        severity="info"
        variant="outlined"
        action={
          <Button
            size="small"
            color="inherit"
            sx={{ whiteSpace: "nowrap" }}
            onClick={() => void own().then(setAsked)}
          >
            {t("samples.remove")}
          </Button>
        }
      >
        {t("samples.here")}
      </Alert>
      {asked !== null && (
        <Dialog
          open
          onClose={() => setAsked(null)}
          aria-labelledby="samples-title"
          maxWidth="xs"
          fullWidth
        >
          <DialogTitle id="samples-title">{t("samples.remove")}</DialogTitle>
          <DialogContent>
            <DialogContentText>{t("samples.removeText")}</DialogContentText>
            {asked > 0 && (
              <DialogContentText sx={{ mt: 1.5 }}>
                {t("samples.own", { count: asked })}
              </DialogContentText>
            )}
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={() => setAsked(null)}>
              {t("cancel")}
            </Button>
            <Button
              variant="contained"
              autoFocus
              loading={busy}
              onClick={() => void run()}
            >
              {t("samples.remove")}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
