import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";

/** The one place where something typed is let go: never without a question. */
export function DismissDialog(props: { d: number; onClose(): void }) {
  const { t } = useTranslation();
  const { pending } = useLocalStore();
  const id = useId();
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={id} maxWidth="xs">
      <DialogTitle id={id}>{t("syncPage.dismissTitle")}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t("syncPage.dismissText")}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" autoFocus onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button
          variant="contained"
          onClick={() => {
            props.onClose();
            // The button that had the focus goes with the entry.
            void pending
              .dismiss(props.d)
              .then(() => document.getElementById("main")?.focus());
          }}
        >
          {t("syncPage.dismiss")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
