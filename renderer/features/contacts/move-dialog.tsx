import DialogContent from "@mui/material/DialogContent";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { moveToCompany } from "../../../shared/domain/move-contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { DayField, dayOf } from "./day-field.tsx";
import { CompanyField, type CompanyChoice } from "./company-field.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";

/**
 * A person changes employer on a day: what came from the old one becomes the new one's, what is their own stays
 * (INH-2…4), and what was recorded there stays there (TYP-9).
 */
export function MoveDialog(props: {
  card: Card;
  edit: CardEdit;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { today, newId } = useSession();
  const [company, setCompany] = useState<CompanyChoice | null>(null);
  const { contact, company: from, flags } = props.card;
  const [day, setDay] = useState(() => formatDay(today));
  const first = dayOf(day, today);
  const tooLate = first !== null && first > today;

  async function move(event: FormEvent): Promise<void> {
    event.preventDefault();
    const to = company && (await store.get("contacts", company.id));
    if (!to || first === null || tooLate) return;
    const moved = moveToCompany({
      person: contact,
      from,
      to,
      flags,
      until: addDays(first, -1),
      newId,
    });
    if (
      moved.ok &&
      (await props.edit.commitChanges(
        "action.move",
        moved.value,
        t("move.done", { name: contact.name, company: to.name }),
      ))
    ) {
      props.onClose();
    }
  }

  return (
    <FormDialog
      title={t("move.title", { name: contact.name })}
      onClose={props.onClose}
      onSubmit={move}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}
      >
        <Typography variant="body2" color="textSecondary">
          {t("move.text")}
        </Typography>
        <CompanyField
          autoFocus
          label={t("move.company")}
          value={company}
          onChange={setCompany}
        />
        {contact.companyId !== undefined && (
          <DayField
            label={t("move.day")}
            value={day}
            problem={tooLate ? t("move.notYet") : undefined}
            onChange={setDay}
          />
        )}
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("move.do")}
        disabled={company === null || first === null || tooLate}
      />
    </FormDialog>
  );
}
