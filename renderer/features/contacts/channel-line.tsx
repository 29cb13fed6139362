import CloseRounded from "@mui/icons-material/CloseRounded";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import {
  isOddChannel,
  type MoreChannel,
} from "../../../shared/domain/more-channels.ts";
import { prettyPhone } from "../../../shared/domain/phone.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Note } from "../../../shared/entities/note.ts";
import type { ChannelLine as Line } from "./channel-lines.ts";
import { ConflictStrip } from "./conflict-strip.tsx";
import { ChannelEditor, type LeftTexts } from "./fields/channel-editor.tsx";
import type { Onward } from "./fields/editor.ts";
import { FieldRow } from "./fields/field-row.tsx";
import { OutsideButton } from "./fields/field-value.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";
import type { ChannelEdit } from "./use-channel-edit.ts";

/** One further number or address of the card: its label, its value, what can be done with it. */
export function ChannelLine(props: {
  line: Line;
  card: Card;
  edit: CardEdit;
  channels: ChannelEdit;
  open: boolean;
  onEdit(): void;
  onDone(onward: Onward, accepted: boolean): void;
  /** It is on the disk; the card is told a moment later. */
  onWritten(channel: MoreChannel): void;
  /** There is no such line any more. */
  onGone(): void;
}) {
  const { t } = useTranslation();
  const { line, card, edit, channels } = props;
  const { kind, itemId, channel } = line;
  const { contact } = card;
  const keptLabel = edit.refused.get(`${line.name}/label`);
  const keptValue = edit.refused.get(`${line.name}/value`);
  const kept = keptValue ?? keptLabel;
  const texts = {
    label: keptLabel?.text ?? channel?.label ?? "",
    value: keptValue?.text ?? channel?.value ?? "",
  };
  const label = texts.label.trim() || t(`field.${kind}`);
  const shown = channel ? shownValue(kind, channel.value, contact) : "";

  const odd = channel !== null && isOddChannel(channel);

  async function commit(typed: LeftTexts, onward: Onward): Promise<void> {
    // Tab goes on at once; a refusal stays behind in its line, with the typed text.
    if (onward !== "stay") props.onDone(onward, true);
    const accepted = await channels.commit(contact, line, typed);
    const emptied = typed.value.trim() === "";
    if (accepted && !emptied && !contact.more?.[itemId])
      props.onWritten({ kind, label: typed.label, value: typed.value });
    if (onward !== "stay") return;
    if (accepted && emptied) props.onGone();
    else props.onDone(onward, accepted);
  }

  if (props.open) {
    return (
      <ChannelEditor
        kind={kind}
        name={label}
        texts={texts}
        kept={[
          ...(keptLabel ? (["label"] as const) : []),
          ...(keptValue ? (["value"] as const) : []),
        ]}
        problem={kept?.code ?? null}
        onTexts={(typed, onward) => void commit(typed, onward)}
        onLeave={(onward) =>
          channel || onward !== "stay"
            ? props.onDone(onward, true)
            : props.onGone()
        }
        onHold={(member, text) => edit.hold(`${line.name}/${member}`, text)}
        onRevert={() => {
          channels.revert(line);
          if (channel) props.onDone("stay", true);
          else props.onGone();
        }}
      />
    );
  }
  const remove = `${t("channel.remove")}: ${label}`;
  return (
    <FieldRow
      name={line.name}
      label={label}
      value={shown}
      inherited={false}
      quiet={false}
      refused={kept ? { text: texts.value, code: kept.code } : null}
      warning={odd && kind !== "address" ? t(`channel.odd.${kind}`) : null}
      onResetToCompany={null}
      action={
        <>
          {channel && kind !== "address" && !odd && (
            <OutsideButton
              kind={kind === "homePage" ? "page" : kind}
              value={channel.value}
              contact={contact}
            />
          )}
          <Tooltip title={t("channel.remove")}>
            <IconButton
              aria-label={remove}
              className="quiet"
              sx={{ color: "text.secondary" }}
              onClick={() => {
                if (!channel) {
                  channels.revert(line);
                  props.onGone();
                  return;
                }
                void channels
                  .remove(contact, line)
                  .then((gone) => gone && props.onGone());
              }}
            >
              <CloseRounded sx={{ fontSize: 17 }} />
            </IconButton>
          </Tooltip>
        </>
      }
      conflict={conflictsOf(card, itemId).map((note) => (
        <ConflictStrip
          key={note.id}
          conflict={note}
          current={note.field?.endsWith("/label") ? texts.label : shown}
          shown={(value) => shownSide(value, note, kind, contact)}
          onUse={() => void edit.takeBack(note)}
          onDismiss={() => void edit.settle(note)}
        />
      ))}
      editor={null}
      onEdit={props.onEdit}
    />
  );
}

function shownValue(
  kind: Line["kind"],
  value: string,
  { country }: Contact,
): string {
  return kind === "phone" ? prettyPhone(value, country) : value;
}

/** Open conflicts about the item as a whole or one of its members. */
function conflictsOf(card: Card, itemId: string): readonly Note[] {
  return [...card.conflicts].flatMap(([field, note]) =>
    field === `more/${itemId}` || field.startsWith(`more/${itemId}/`)
      ? [note]
      : [],
  );
}

/** A side of a conflict: the text of a member, or the value of a whole item. */
function shownSide(
  text: string,
  { field }: Note,
  kind: Line["kind"],
  contact: Contact,
): string {
  if (field?.endsWith("/label")) return text;
  const whole = field?.split("/").length === 2;
  const item = whole ? (JSON.parse(text) as { value?: unknown }) : null;
  const value = item ? item.value : text;
  return shownValue(kind, typeof value === "string" ? value : "", contact);
}
