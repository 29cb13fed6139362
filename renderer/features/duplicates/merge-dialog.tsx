import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

/** MRG-3: asked before contacts are merged; it says that the merge can be taken back. */
export function MergeDialog(props: {
  keep: Contact;
  others: readonly Contact[];
  onClose(): void;
  onMerge(): Promise<void>;
}) {
  const { t } = useTranslation();
  const { keep, others } = props;
  return (
    <FormDialog
      title={t("double.confirmTitle", { count: others.length + 1 })}
      onClose={props.onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        await props.onMerge();
      }}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.25 }}
      >
        <Typography>
          {t("double.confirmText", {
            keep: [keep.name, keep.no].filter(Boolean).join(", "),
            others: others
              .map(({ name, no }) => [name, no].filter(Boolean).join(", "))
              .join("; "),
          })}
        </Typography>
        <Typography color="textSecondary">{t("double.reversible")}</Typography>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="contained" autoFocus>
          {t("double.doMerge")}
        </Button>
      </DialogActions>
    </FormDialog>
  );
}
