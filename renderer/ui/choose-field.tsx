import Autocomplete from "@mui/material/Autocomplete";
import TextField, { type TextFieldProps } from "@mui/material/TextField";
import { useEffect, useRef, useState, type ReactNode } from "react";

/**
 * Chooses one of many by a few letters: each text is asked anew, the last answer counts, and the first hit waits for
 * Enter. An Enter that comes before the answer takes the first hit of that answer, never one of an earlier text. `ask`
 * must stay the same function while its answers would.
 */
export function ChooseField<T extends { id: string; name: string }>(props: {
  ask: (text: string) => Promise<readonly T[]>;
  value: T | null;
  /** What the person has typed before the field was there. */
  typed?: string;
  none: string;
  field: Omit<TextFieldProps, "value" | "onChange">;
  line: (row: T) => ReactNode;
  onChange(row: T | null): void;
  /** What is being typed, each time it changes. */
  onText?(text: string): void;
  /** The field was left with this text in it. */
  onLeave?(text: string): void;
}) {
  const { ask } = props;
  const [text, setText] = useState(props.typed || (props.value?.name ?? ""));
  const [open, setOpen] = useState(Boolean(props.typed));
  const [found, setFound] = useState<{
    readonly text: string | null;
    readonly rows: readonly T[];
  }>({ text: null, rows: [] });
  const entered = useRef(false);
  const take = useRef(props.onChange);
  take.current = props.onChange;
  useEffect(() => {
    let current = true;
    void ask(text).then((rows) => {
      if (!current) return;
      setFound({ text, rows });
    });
    return () => {
      current = false;
    };
  }, [ask, text]);
  // When the answer is drawn, not when it comes: between the two, Enter still has the field of before.
  useEffect(() => {
    const [first] = found.rows;
    if (entered.current && first) {
      setOpen(false);
      take.current(first);
    }
    entered.current = false;
  }, [found]);
  const isAnswer = found.text === text;
  // Closed by a look elsewhere, and nobody chosen: Enter still means the first hit, never the form around it.
  const isLeftOpen = !open && text.trim() !== "" && text !== props.value?.name;
  // What was typed for the field waits in it: the focus may still be on its way when the field is there.
  const isWaiting = props.value === null && text !== "" && text === props.typed;
  return (
    <Autocomplete
      autoHighlight
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onFocus={() => isWaiting && setOpen(true)}
      onBlur={() => !isWaiting && props.onLeave?.(text)}
      onKeyDown={(event) => {
        const isEnter =
          event.key === "Enter" && !event.ctrlKey && !event.metaKey;
        entered.current = isEnter && !isAnswer && (open || isLeftOpen);
        const [first] = found.rows;
        const isLate = isEnter && isAnswer && isLeftOpen && first !== undefined;
        if (!entered.current && !isLate) return;
        event.preventDefault();
        event.defaultMuiPrevented = true;
        if (isLate) props.onChange(first);
      }}
      value={props.value}
      options={[...found.rows]}
      filterOptions={(all) => all}
      getOptionLabel={(row) => row.name}
      getOptionKey={(row) => row.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={props.none}
      inputValue={text}
      onInputChange={(_, typed, reason) => {
        // A field without a value empties itself, over what was typed for it.
        if (isWaiting && (reason === "reset" || reason === "blur")) return;
        entered.current = false;
        setText(typed);
        props.onText?.(reason === "input" ? typed : "");
      }}
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
