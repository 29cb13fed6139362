import { useEffect, useRef } from "react";

/** A cell with a few choices: its digit chooses and goes on, letters look for one, Alt+Down is left to the week. */
export function ChoiceCell(props: {
  label: string;
  value: string;
  choices: readonly { readonly value: string; readonly text: string }[];
  /** The first choice has the 1. */
  digits?: true;
  onChange(value: string): void;
  onDone(): void;
}) {
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { choices } = props;
  return (
    <select
      ref={field}
      value={props.value}
      aria-label={props.label}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const chosen = choices[Number(event.key) - 1];
        if (event.key === "Delete" || event.key === "Backspace") {
          event.preventDefault();
          props.onChange("");
        }
        if (!props.digits || event.key === " " || !chosen) return;
        event.preventDefault();
        props.onChange(chosen.value);
        props.onDone();
      }}
    >
      {props.digits && <option value="" />}
      {choices.map(({ value, text }, i) => (
        <option key={value} value={value}>
          {props.digits ? `${i + 1} ${text}` : text}
        </option>
      ))}
    </select>
  );
}
