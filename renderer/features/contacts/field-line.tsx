import { useTranslation } from "react-i18next";
import {
  breakInheritance,
  inheritableFields,
  resetToCompany,
} from "../../../shared/domain/inheritance.ts";
import {
  warningAbout,
  type ContactPatch,
} from "../../../shared/domain/field-check.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { useSession } from "../../ui/session.ts";
import type { EditableField } from "./card-fields.ts";
import { ConflictStrip } from "./conflict-strip.tsx";
import type { Onward } from "./fields/editor.ts";
import { fieldActions } from "./field-actions.ts";
import { FieldEditor } from "./fields/field-editor.tsx";
import { FieldRow } from "./fields/field-row.tsx";
import { FieldLink, shownValue } from "./fields/field-value.tsx";
import { IncomingStrip } from "./incoming-strip.tsx";
import type { Card } from "./use-card.ts";
import { useSameVat } from "./use-same-vat.ts";
import type { CardEdit } from "./use-card-edit.ts";

/** One field of the card with everything that belongs to its line. */
export function FieldLine(props: {
  field: EditableField;
  /** The group's heading says already that the value comes from the company. */
  quiet: boolean;
  card: Card;
  edit: CardEdit;
  open: boolean;
  onEdit(): void;
  onText(text: string, onward: Onward): void;
  onPatch(patch: ContactPatch, onward: Onward): void;
  onRevert(): void;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const codes = useCodes();
  const { language } = useSession();
  const { field, card, edit } = props;
  const { contact, company } = card;
  const label = t(`field.${field.name}`);
  const refused = edit.refused.get(field.name) ?? null;
  const inherited = card.inherited.has(field.name);
  const canReset =
    company !== null &&
    !inherited &&
    inheritableFields.includes(field.name) &&
    contact[field.name] !== undefined &&
    company[field.name] !== undefined;
  const warning =
    field.kind === "codes" ? null : warningAbout(field.name, contact);
  const sameVat = useSameVat(field.name === "vatNo" ? contact : null);
  const conflict = card.conflicts.get(field.name);
  const stored = field.kind === "codes" ? "" : (contact[field.name] ?? "");
  const shown = shownValue(field, contact, codes, language, t);

  async function commit(
    after: Contact,
    action: "resetToCompany" | "breakInheritance",
  ): Promise<void> {
    const reset = action === "resetToCompany";
    await edit.commitChanges(
      `action.${action}`,
      [
        {
          c: "contacts",
          id: contact.id,
          before: contact,
          after,
          ...(reset ? { origin: "inherited" as const } : {}),
        },
      ],
      t(reset ? "field.resetDone" : "field.breakDone", { field: label }),
    );
  }

  const onReset = canReset
    ? () =>
        void commit(
          resetToCompany(contact, company, field.name),
          "resetToCompany",
        )
    : null;
  const onBreak = inherited
    ? () =>
        void commit(breakInheritance(contact, field.name), "breakInheritance")
    : null;
  return (
    <FieldRow
      name={field.name}
      label={label}
      value={shown}
      inherited={inherited}
      quiet={props.quiet}
      refused={refused}
      warning={
        warning
          ? t(`problem.${warning}`)
          : sameVat && t("problem.vat-taken", { name: sameVat })
      }
      menu={() =>
        fieldActions({
          shown,
          kind: field.kind,
          t,
          onHistory: () =>
            commands.openHistory({
              c: "contacts",
              id: contact.id,
              title: contact.name,
              field: field.name,
            }),
          onSearch: commands.search,
          onBreak,
          onReset,
        })
      }
      onBreak={onBreak}
      action={<FieldLink field={field} contact={contact} />}
      onEdit={props.onEdit}
      onResetToCompany={onReset}
      conflict={
        conflict && (
          <ConflictStrip
            conflict={conflict}
            current={shown}
            shown={(value) =>
              shownValue(
                field,
                { ...contact, [field.name]: value },
                codes,
                language,
                t,
              )
            }
            onUse={() => void edit.takeBack(conflict)}
            onDismiss={() => void edit.settle(conflict)}
          />
        )
      }
      editor={
        props.open ? (
          <>
            <FieldEditor
              field={field}
              contact={contact}
              label={label}
              text={refused?.text ?? stored}
              problem={refused?.code ?? null}
              onText={props.onText}
              onHold={(text) => edit.hold(field.name, text)}
              onPatch={props.onPatch}
              onRevert={props.onRevert}
            />
            <IncomingStrip
              contact={contact}
              value={JSON.stringify(contact[field.name] ?? null)}
              shown={shown}
              onSee={props.onRevert}
            />
          </>
        ) : null
      }
    />
  );
}
