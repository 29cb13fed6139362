import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ChannelKind } from "../../../../shared/domain/more-channels.ts";
import type { ChannelMember } from "../channel-lines.ts";
import type { RefusedText } from "../../../local-store/refused-texts.ts";
import type { Onward } from "./editor.ts";
import { useHold } from "./use-hold.ts";

const modes = {
  phone: "tel",
  email: "email",
  homePage: "url",
  address: "text",
} as const;

type Texts = Readonly<Record<ChannelMember, string>>;

/** The texts of the line as it is left, and those that it was opened with. */
export interface LeftTexts extends Texts {
  readonly opened: Partial<Texts>;
}

/** Label and value of a further channel, side by side: Enter saves both, Tab goes on, Esc takes them back. */
export function ChannelEditor(props: {
  kind: ChannelKind;
  /** What the value is called, for those who listen. */
  name: string;
  texts: Texts;
  /** Members whose text was typed before and kept: they count as typed, as they are. */
  kept: readonly ChannelMember[];
  problem: RefusedText["code"] | null;
  onTexts(texts: LeftTexts, onward: Onward): void;
  /** Nothing was touched. */
  onLeave(onward: Onward): void;
  onHold(member: ChannelMember, text: string): void;
  onRevert(): void;
}) {
  const { t } = useTranslation();
  const start = useRef(props.texts);
  const kept = useRef(props.kept);
  const [label, setLabel] = useState(props.texts.label);
  const [value, setValue] = useState(props.texts.value);
  const left = useRef(false);
  useHold(label, start.current.label, (text) => props.onHold("label", text));
  useHold(value, start.current.value, (text) => props.onHold("value", text));

  function leave(onward: Onward): void {
    if (left.current) return;
    left.current = onward !== "stay";
    const untouched =
      label === start.current.label && value === start.current.value;
    if (untouched && props.problem === null) props.onLeave(onward);
    else props.onTexts({ label, value, opened: opened() }, onward);
  }
  function opened(): Partial<Texts> {
    const { label: labelThen, value: valueThen } = start.current;
    return {
      ...(!kept.current.includes("label") && { label: labelThen }),
      ...(!kept.current.includes("value") && { value: valueThen }),
    };
  }

  function onKeyDown(event: KeyboardEvent, member: ChannelMember): void {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      left.current = true;
      props.onRevert();
    } else if (event.key === "Enter") {
      event.preventDefault();
      leave("stay");
    } else if (event.key === "Tab") {
      // Between the two the focus moves by itself.
      if (event.shiftKey !== (member === "label")) return;
      event.preventDefault();
      leave(event.shiftKey ? "previous" : "next");
    }
  }

  function onBlur(event: FocusEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget)) leave("away");
  }

  return (
    <Box
      onBlur={onBlur}
      sx={{
        display: "grid",
        gridTemplateColumns: "104px minmax(0, 1fr)",
        columnGap: 1,
        alignItems: "start",
      }}
    >
      <TextField
        value={label}
        placeholder={t("channel.label")}
        onChange={(event) => setLabel(event.target.value)}
        onKeyDown={(event) => onKeyDown(event, "label")}
        slotProps={{
          htmlInput: { "aria-label": `${t("channel.label")}: ${props.name}` },
        }}
      />
      <TextField
        autoFocus
        value={value}
        placeholder={t(`field.${props.kind}`)}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => onKeyDown(event, "value")}
        error={props.problem !== null}
        helperText={props.problem && t(`problem.${props.problem}`)}
        slotProps={{
          htmlInput: {
            "aria-label": props.name,
            inputMode: modes[props.kind],
            spellCheck: false,
            onFocus: (event: { currentTarget: HTMLInputElement }) =>
              event.currentTarget.select(),
          },
        }}
      />
    </Box>
  );
}
