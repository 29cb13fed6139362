import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  inheritableFields,
  resetToCompany,
} from "../../../shared/domain/inheritance.ts";
import type { ContactPatch } from "../../../shared/domain/field-check.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { groupsOf, type CardField, type CardGroup } from "./card-fields.ts";
import { ConflictStrip } from "./conflict-strip.tsx";
import type { Onward } from "./fields/editor.ts";
import { FieldEditor } from "./fields/field-editor.tsx";
import { FieldRow } from "./fields/field-row.tsx";
import { OutsideButton, shownValue } from "./fields/field-value.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";

/** The fields of a card in their groups: one reads them first; one at a time is open for editing. */
export function CardGroups(props: { card: Card; edit: CardEdit }) {
  const { t } = useTranslation();
  const { card, edit } = props;
  const { contact } = card;
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const back = useRef<string | null>(null);
  const root = useRef<HTMLDivElement>(null);

  const groups = groupsOf(contact.type)
    .map((group) => ({
      ...group,
      fields: group.fields.filter(
        (field) =>
          all ||
          !field.rare ||
          contact[field.name] !== undefined ||
          edit.refused.has(field.name),
      ),
    }))
    .filter((group) => group.fields.length > 0);
  const order = groups.flatMap((group) => group.fields);

  // Enter and Esc give the focus back to the line that was open.
  useEffect(() => {
    if (open !== null || back.current === null) return;
    root.current
      ?.querySelector<HTMLElement>(`[data-field="${back.current}"]`)
      ?.focus();
    back.current = null;
  }, [open]);

  function goOn(field: CardField, onward: Onward, accepted: boolean): void {
    if (onward === "away") {
      setOpen((now) => (now === field.name ? null : now));
      return;
    }
    if (onward === "stay") {
      if (!accepted) return;
      back.current = field.name;
      setOpen(null);
      return;
    }
    const at = order.indexOf(field) + (onward === "next" ? 1 : -1);
    const next = order[at];
    if (!next) back.current = field.name;
    setOpen(next?.name ?? null);
  }

  async function commitText(
    field: CardField,
    text: string,
    onward: Onward,
  ): Promise<void> {
    // Tab goes on at once; a refusal stays behind in its line, with the typed text.
    if (onward !== "stay") goOn(field, onward, true);
    const accepted =
      field.kind === "codes" ||
      (await edit.commitText(contact, field.name, text));
    if (onward === "stay") goOn(field, onward, accepted);
  }

  async function commitPatch(
    field: CardField,
    patch: ContactPatch,
    onward: Onward,
  ): Promise<void> {
    goOn(field, onward, true);
    edit.revert(field.name);
    await edit.commitPatch(contact, patch);
  }

  const line = (field: CardField, quiet: boolean) => (
    <FieldLine
      key={field.name}
      quiet={quiet}
      field={field}
      card={card}
      edit={edit}
      open={open === field.name}
      onEdit={() => setOpen(field.name)}
      onText={(text, onward) => void commitText(field, text, onward)}
      onPatch={(patch, onward) => void commitPatch(field, patch, onward)}
      onRevert={() => {
        edit.revert(field.name);
        back.current = field.name;
        setOpen(null);
      }}
    />
  );

  return (
    <Box ref={root} sx={{ display: "flex", flexDirection: "column", gap: 2.5 }}>
      {groups.map((group) => (
        <Group
          key={group.name}
          name={group.name}
          inherited={isWhollyInherited(card, group)}
        >
          {group.fields.map((field) =>
            line(field, isWhollyInherited(card, group)),
          )}
        </Group>
      ))}
      <Button
        size="small"
        color="inherit"
        aria-expanded={all}
        onClick={() => setAll(!all)}
        sx={{ alignSelf: "flex-start", ml: -1, color: "text.secondary" }}
      >
        {t(all ? "card.fewerFields" : "card.moreFields")}
      </Button>
    </Box>
  );
}

/** Every value of the group comes from the company: then its heading says so once, and the lines need not. */
function isWhollyInherited(card: Card, group: CardGroup): boolean {
  const filled = group.fields.filter(
    ({ name }) => card.contact[name] !== undefined,
  );
  return (
    filled.length > 1 && filled.every(({ name }) => card.inherited.has(name))
  );
}

function Group(props: {
  name: CardGroup["name"];
  inherited: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = `group-${props.name}`;
  return (
    <Box component="section" aria-labelledby={id}>
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1, mb: 0.5 }}>
        <Typography id={id} variant="h3" component="h2">
          {t(`group.${props.name}`)}
        </Typography>
        {props.inherited && (
          <Typography variant="caption" color="textSecondary" aria-hidden>
            {t("field.fromCompany")}
          </Typography>
        )}
      </Box>
      {props.children}
    </Box>
  );
}

function FieldLine(props: {
  field: CardField;
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
  const conflict = card.conflicts.get(field.name);
  const stored = field.kind === "codes" ? "" : (contact[field.name] ?? "");
  return (
    <FieldRow
      name={field.name}
      label={label}
      value={shownValue(field, contact, codes, language, t)}
      inherited={inherited}
      quiet={props.quiet}
      refused={refused}
      warning={edit.warnings.get(field.name) ?? null}
      action={<OutsideButton field={field} contact={contact} />}
      onEdit={props.onEdit}
      onResetToCompany={
        canReset
          ? () =>
              void edit.commitChanges("action.resetToCompany", [
                {
                  c: "contacts",
                  id: contact.id,
                  before: contact,
                  after: resetToCompany(contact, company, field.name),
                  origin: "inherited",
                },
              ])
          : null
      }
      conflict={
        conflict && (
          <ConflictStrip
            conflict={conflict}
            shown={(value) =>
              shownValue(
                field,
                { ...contact, [field.name]: value },
                codes,
                language,
                t,
              )
            }
            onUse={() => void takeOther(conflict)}
            onDismiss={() => void settle(conflict)}
          />
        )
      }
      editor={
        props.open ? (
          <FieldEditor
            field={field}
            contact={contact}
            label={label}
            text={refused?.text ?? stored}
            problem={refused?.problem ?? null}
            onText={props.onText}
            onPatch={props.onPatch}
            onRevert={props.onRevert}
          />
        ) : null
      }
    />
  );

  async function takeOther(note: Note): Promise<void> {
    const value = note.loser?.value ?? null;
    const taken = await edit.commitPatch(contact, {
      [field.name]: value,
    } as ContactPatch);
    if (taken) await settle(note);
  }

  async function settle(note: Note): Promise<void> {
    await edit.commitChanges("action.settleConflict", [
      {
        c: "notes",
        id: note.id,
        before: note,
        after: { ...note, status: "done" },
      },
    ]);
  }
}
