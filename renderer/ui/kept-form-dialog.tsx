import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "./form-dialog.tsx";
import { useNotify } from "./notices.tsx";

/** A form whose texts are kept while it is open and when it is left; it closes only when it is on the disk. */
export function KeptFormDialog(props: {
  title: string;
  /** What the button that saves says. */
  action: string;
  form: {
    readonly touched: boolean;
    readonly restored: boolean;
    startAgain(): void;
    flush(): void;
  };
  /** Why it was not saved; stands above the buttons. */
  problem?: string | undefined;
  /** On the left of the buttons. */
  more?: ReactNode;
  /** True = on the disk. */
  onSave(): Promise<boolean>;
  onClose(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { form, onClose } = props;

  function leave(): void {
    form.flush();
    if (form.touched) notify({ text: t("visit.draftKept") });
    onClose();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await props.onSave()) onClose();
  }
  return (
    <FormDialog title={props.title} onClose={leave} onSubmit={submit}>
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        {form.restored && (
          <Alert
            severity="info"
            action={
              <Button
                size="small"
                color="inherit"
                onClick={({ currentTarget }) => {
                  const within = currentTarget.closest("form");
                  form.startAgain();
                  // The button goes; the focus stays in the form.
                  within?.querySelector<HTMLElement>("input")?.focus();
                }}
              >
                {t("visit.discard")}
              </Button>
            }
          >
            {t("visit.draftRestored")}
          </Alert>
        )}
        {props.children}
        <Box role="alert" sx={{ color: "error.main", fontSize: 13 }}>
          {props.problem}
        </Box>
      </DialogContent>
      <DialogActions>
        {props.more && (
          <>
            {props.more}
            <Box sx={{ flex: 1 }} />
          </>
        )}
        <Button color="inherit" onClick={leave}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="contained">
          {props.action}
        </Button>
      </DialogActions>
    </FormDialog>
  );
}
