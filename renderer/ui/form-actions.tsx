import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The end of a `FormDialog`: Cancel, and the key that Enter presses. */
export function FormActions(props: {
  /** What is done. */
  submit: string;
  disabled?: boolean;
  /** Everything is filled in: Enter accepts it at once. */
  first?: boolean;
  danger?: boolean;
  onClose(): void;
  /** Before them, at the other side. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <DialogActions>
      {props.children}
      <Button color="inherit" onClick={props.onClose}>
        {t("cancel")}
      </Button>
      <Button
        type="submit"
        variant="contained"
        color={props.danger ? "error" : "primary"}
        disabled={props.disabled ?? false}
        autoFocus={props.first ?? false}
      >
        {props.submit}
      </Button>
    </DialogActions>
  );
}
