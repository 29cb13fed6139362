import DialogContent from "@mui/material/DialogContent";
import TextField from "@mui/material/TextField";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  relateContacts,
  type RelatedRefusal,
} from "../../../shared/domain/related.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { CompanyField, type CompanyChoice } from "./company-field.tsx";
import type { CardEdit } from "./use-card-edit.ts";

/** Ties another contact to this one, with a word about what they are to each other. */
export function RelateDialog(props: {
  contact: Contact;
  edit: CardEdit;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { newId } = useSession();
  const { contact, edit } = props;
  const [choice, setChoice] = useState<CompanyChoice | null>(null);
  const [label, setLabel] = useState("");
  const [problem, setProblem] = useState<RelatedRefusal["code"] | null>(null);

  async function relate(event: FormEvent): Promise<void> {
    event.preventDefault();
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const other = choice && (await store.get("contacts", choice.id));
    if (!other) return;
    const related = relateContacts(current, other, newId(), label);
    setProblem(related.ok ? null : related.error.code);
    if (!related.ok) return;
    const saved = await edit.commitChanges(
      "action.relate",
      related.value,
      t("links.done", { name: other.name }),
    );
    if (saved) props.onClose();
  }

  return (
    <FormDialog
      title={t("links.new", { name: contact.name })}
      onClose={props.onClose}
      onSubmit={relate}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        <CompanyField
          autoFocus
          among="all"
          label={t("links.contact")}
          value={choice}
          onChange={setChoice}
        />
        <TextField
          label={t("links.label")}
          value={label}
          autoComplete="off"
          onChange={(event) => setLabel(event.target.value)}
          error={problem !== null}
          helperText={problem ? t(`problem.${problem}`) : t("links.labelHint")}
        />
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("links.do")}
        disabled={choice === null}
      />
    </FormDialog>
  );
}
