import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { Fragment, useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ContactPatch } from "../../../shared/domain/field-check.ts";
import { useSession } from "../../ui/session.ts";
import { ADD_CHANNEL, AddChannel } from "./add-channel.tsx";
import {
  groupsOf,
  isFilled,
  type CardField,
  type CardGroup,
  type EditableField,
} from "./card-fields.ts";
import { fieldsStyle } from "./fields-style.ts";
import { ChannelLine } from "./channel-line.tsx";
import {
  channelGroups,
  channelLineName,
  channelLines,
  holdsLine,
  type WrittenChannel,
} from "./channel-lines.ts";
import { FieldLine } from "./field-line.tsx";
import { FlagRow } from "./fields/flag-row.tsx";
import type { Onward } from "./fields/editor.ts";
import { GreetingLine } from "./greeting-line.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";
import { useChannelEdit } from "./use-channel-edit.ts";

const groupsStyle = {
  display: "flex",
  flexDirection: "column",
  gap: 2.5,
  ...fieldsStyle,
} as const;

/** The fields of a card in their groups: one reads them first; one at a time is open for editing. */
export function CardGroups(props: { card: Card; edit: CardEdit }) {
  const { t } = useTranslation();
  const { newId } = useSession();
  const { card, edit } = props;
  const { contact } = card;
  const channelEdit = useChannelEdit(edit);
  const [open, setOpen] = useState<string | null>(null);
  const [written, setWritten] = useState<WrittenChannel | null>(null);
  const [all, setAll] = useState(false);
  const back = useRef<string | null>(null);
  const root = useRef<HTMLDivElement>(null);

  if (written && holdsLine(contact, written.name)) setWritten(null);
  // Undone, or removed elsewhere, before the card was told of it: then it never will be.
  useEffect(() => {
    if (!written) return undefined;
    let asked = true;
    void channelEdit.stands(card.contact, written.name).then((stands) => {
      if (asked && !stands) setWritten(null);
    });
    return () => {
      asked = false;
    };
  }, [channelEdit, card, written]);
  const kept = [...edit.refused.keys(), ...(open === null ? [] : [open])];
  const groups = groupsOf(contact.type)
    .map((group) => ({
      ...group,
      channels: channelLines(
        contact,
        channelGroups[group.name] ?? [],
        kept,
        written,
      ),
      fields: group.fields.filter(
        (field) =>
          all ||
          !field.rare ||
          (isFilled(contact, field) && !field.technical) ||
          edit.refused.has(field.name) ||
          card.conflicts.has(field.name),
      ),
    }))
    .filter((group) => group.fields.length > 0);
  const order = groups.flatMap((group) => [
    ...group.fields
      .filter(({ kind }) => kind !== "flag")
      .map(({ name }) => name as string),
    ...group.channels.map(({ name }) => name),
  ]);

  // Enter and Esc give the focus back to the line that was open.
  useEffect(() => {
    if (open !== null || back.current === null) return;
    const line = root.current?.querySelector<HTMLElement>(
      `[data-field="${back.current}"]`,
    );
    line?.focus();
    const elsewhere = document.activeElement !== document.body;
    if (line || elsewhere) back.current = null;
  });

  function goOn(name: string, onward: Onward, accepted: boolean): void {
    if (onward === "away") {
      setOpen((now) => (now === name ? null : now));
      return;
    }
    if (onward === "stay") {
      if (!accepted) return;
      back.current = name;
      setOpen(null);
      return;
    }
    const next = order[order.indexOf(name) + (onward === "next" ? 1 : -1)];
    if (next === undefined) back.current = name;
    setOpen(next ?? null);
  }

  /** The line in which the focus was is no more. */
  function toAddButton(name: string): void {
    root.current
      ?.querySelector<HTMLElement>(`[data-field="${ADD_CHANNEL}"]`)
      ?.focus();
    setOpen(null);
    setWritten((now) => (now?.name === name ? null : now));
  }

  async function commitText(
    field: EditableField,
    text: string,
    onward: Onward,
  ): Promise<void> {
    // Tab goes on at once; a refusal stays behind in its line, with the typed text.
    if (onward !== "stay") goOn(field.name, onward, true);
    const accepted =
      field.kind === "codes" ||
      (await edit.commitText(contact, field.name, text));
    if (onward === "stay") goOn(field.name, onward, accepted);
  }

  async function commitPatch(
    field: EditableField,
    patch: ContactPatch,
    onward: Onward,
  ): Promise<void> {
    goOn(field.name, onward, true);
    // Only what is on the disk takes the kept text away; nothing changed is nothing to wait for.
    const saved = await edit.commitPatch(contact, patch);
    if (saved) edit.revert(field.name);
  }

  const line = (field: CardField, quiet: boolean) =>
    field.kind === "flag" ? (
      <FlagRow
        label={t(`field.${field.name}`)}
        on={contact[field.name] === true}
        onChange={(on) =>
          void edit.commitPatch(contact, { [field.name]: on ? true : null })
        }
      />
    ) : (
      <FieldLine
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
    <Box ref={root} sx={groupsStyle}>
      {groups.map((group) => (
        <Group
          key={group.name}
          name={group.name}
          inherited={isWhollyInherited(card, group)}
        >
          {group.fields.map((field) => (
            <Fragment key={field.name}>
              {line(field, isWhollyInherited(card, group))}
              {field.name === "salutation" && (
                <GreetingLine contact={contact} />
              )}
            </Fragment>
          ))}
          {group.channels.map((channel) => (
            <ChannelLine
              key={channel.name}
              line={channel}
              card={card}
              edit={edit}
              channels={channelEdit}
              open={open === channel.name}
              onEdit={() => setOpen(channel.name)}
              onDone={(onward, accepted) =>
                goOn(channel.name, onward, accepted)
              }
              onWritten={(one) =>
                setWritten({ name: channel.name, channel: one })
              }
              onGone={() => toAddButton(channel.name)}
            />
          ))}
          {group.name === "communication" && (
            <AddChannel
              onAdd={(kind) => setOpen(channelLineName(kind, newId()))}
            />
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
    <section aria-labelledby={id}>
      <div className="group-head">
        {/* The only line of the comment says the same word. */}
        <h2 id={id} className={props.name === "comment" ? "unseen" : undefined}>
          {t(`group.${props.name}`)}
        </h2>
        {props.inherited && <span aria-hidden>{t("field.fromCompany")}</span>}
      </div>
      {props.children}
    </section>
  );
}
