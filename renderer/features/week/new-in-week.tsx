import Dialog from "@mui/material/Dialog";
import DialogTitle from "@mui/material/DialogTitle";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { NewContactForm } from "../../ui/new-contact.ts";

/** A contact that a row names and that is not here yet: made here, or one that it may be is taken. */
export function NewInWeek(props: {
  name: string;
  form: NewContactForm;
  onHere(contact: { readonly id: string; readonly name: string }): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { name, onClose } = props;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      transitionDuration={0}
      onClose={onClose}
      aria-labelledby="new-in-week"
      slotProps={{ paper: { sx: { p: 2 } } }}
    >
      <DialogTitle id="new-in-week" sx={{ p: 0, pb: 1.5 }}>
        {t("visit.newContact", { name })}
      </DialogTitle>
      {props.form({
        name,
        onHere: (id) =>
          void store.get("contacts", id).then((contact) => {
            if (contact) props.onHere(contact);
            else onClose();
          }),
        onClose,
      })}
    </Dialog>
  );
}
