import TextField from "@mui/material/TextField";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { EditorProps } from "./editor.ts";
import { useHold } from "./use-hold.ts";

/** One line of text, or several: Enter saves (Ctrl+Enter in several lines), Tab goes on, Esc takes it back. */
export function TextEditor(
  props: EditorProps & {
    readonly lines?: number;
    readonly mode?: "text" | "tel" | "email" | "url";
  },
) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.text);
  const left = useRef(false);
  const start = useRef(props.text);
  const long = props.lines !== undefined;
  useHold(text, start.current, props.onHold);

  function leave(onward: Parameters<typeof props.onText>[1]): void {
    if (left.current) return;
    left.current = onward !== "stay";
    // Looking is not editing: an untouched field writes nothing, whatever has arrived meanwhile.
    if (text === start.current && props.problem === null) {
      props.onPatch({}, onward);
    } else {
      props.onText(text, onward);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      left.current = true;
      props.onRevert();
    } else if (
      event.key === "Enter" &&
      (!long || event.ctrlKey || event.metaKey)
    ) {
      event.preventDefault();
      leave("stay");
    } else if (event.key === "Tab") {
      event.preventDefault();
      leave(event.shiftKey ? "previous" : "next");
    }
  }

  return (
    <TextField
      autoFocus
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => leave("away")}
      error={props.problem !== null}
      helperText={props.problem && t(`problem.${props.problem}`)}
      multiline={long}
      {...(long ? { minRows: props.lines } : {})}
      slotProps={{
        htmlInput: {
          "aria-label": props.label,
          inputMode: props.mode ?? "text",
          spellCheck: long,
          onFocus: (event: { currentTarget: HTMLInputElement }) => {
            if (!long) event.currentTarget.select();
          },
        },
      }}
    />
  );
}
