import TextField from "@mui/material/TextField";
import { useState } from "react";

/** A figure, typed with a point or a comma and any apostrophes; null = empty. What is no figure is marked and not passed on. */
export function NumberField(props: {
  label: string;
  value: number | null;
  bad?: boolean;
  onChange(value: number | null): void;
}) {
  const [text, setText] = useState(
    props.value === null ? "" : String(props.value),
  );
  const read = readNumber(text);
  return (
    <TextField
      label={props.label}
      value={text}
      error={props.bad === true || read === undefined}
      onChange={(event) => {
        setText(event.target.value);
        const value = readNumber(event.target.value);
        if (value !== undefined) props.onChange(value);
      }}
      slotProps={{ htmlInput: { inputMode: "decimal", maxLength: 15 } }}
    />
  );
}

/** Null = empty, undefined = no figure. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.replaceAll(/['’\s]/g, "").replace(",", ".");
  if (plain === "") return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
