import Autocomplete from "@mui/material/Autocomplete";
import TextField, { type TextFieldProps } from "@mui/material/TextField";
import { useEffect, useState, type ReactNode } from "react";

/**
 * Chooses one of many by a few letters: each text is asked anew, the last answer counts, and the first hit waits for
 * Enter. `ask` must stay the same function while its answers would.
 */
export function ChooseField<T extends { id: string; name: string }>(props: {
  ask: (text: string) => Promise<readonly T[]>;
  value: T | null;
  none: string;
  field: Omit<TextFieldProps, "value" | "onChange">;
  line: (row: T) => ReactNode;
  onChange(row: T | null): void;
  /** The field was left with this text in it. */
  onLeave?(text: string): void;
}) {
  const { ask } = props;
  const [text, setText] = useState(props.value?.name ?? "");
  const [rows, setRows] = useState<readonly T[]>([]);
  useEffect(() => {
    let current = true;
    void ask(text).then((found) => {
      if (current) setRows(found);
    });
    return () => {
      current = false;
    };
  }, [ask, text]);
  return (
    <Autocomplete
      autoHighlight
      onBlur={() => props.onLeave?.(text)}
      value={props.value}
      options={[...rows]}
      filterOptions={(all) => all}
      getOptionLabel={(row) => row.name}
      getOptionKey={(row) => row.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={props.none}
      inputValue={text}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, row) => props.onChange(row)}
      renderOption={({ key, ...attributes }, row) => (
        <li key={key} {...attributes}>
          {props.line(row)}
        </li>
      )}
      renderInput={(params) => <TextField {...params} {...props.field} />}
    />
  );
}
