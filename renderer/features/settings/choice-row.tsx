import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { SettingRow } from "../../ui/setting-row.tsx";

/** One of several, in a list that drops down. */
export function ChoiceRow<V extends string | number>(props: {
  label: string;
  hint?: string;
  value: V;
  choices: readonly {
    readonly value: V;
    readonly text: string;
    /** When the text is in a language of its own. */
    readonly lang?: string;
  }[];
  onChoose(value: V): void;
}) {
  return (
    <SettingRow
      label={props.label}
      hint={props.hint}
      control={(ids) => (
        <TextField
          select
          value={props.value}
          onChange={(event) => {
            const typed: unknown = event.target.value;
            const chosen = props.choices.find(({ value }) => value === typed);
            if (chosen) props.onChoose(chosen.value);
          }}
          slotProps={{
            select: {
              // "None" is a choice like the others, and says so.
              displayEmpty: true,
              labelId: ids.label,
              ...(ids.hint
                ? { SelectDisplayProps: { "aria-describedby": ids.hint } }
                : {}),
            },
          }}
          sx={{ width: 230 }}
        >
          {props.choices.map(({ value, text, lang }) => (
            <MenuItem key={value} value={value} lang={lang}>
              {text}
            </MenuItem>
          ))}
        </TextField>
      )}
    />
  );
}
