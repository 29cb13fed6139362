import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { SettingRow } from "../../ui/setting-row.tsx";

/** One of several words on a line of the settings. */
export function PlainChoice(props: {
  label: string;
  hint?: string | undefined;
  value: string;
  choices: readonly { readonly value: string; readonly text: string }[];
  disabled?: boolean;
  /** Chosen instead of a value. */
  more?: { readonly text: string; readonly run: () => void };
  onChoose(value: string): void;
}) {
  const { more } = props;
  return (
    <SettingRow
      label={props.label}
      hint={props.hint}
      control={(ids) => (
        <TextField
          select
          value={props.value}
          disabled={props.disabled ?? false}
          onChange={(event) => {
            if (more && event.target.value === MORE) more.run();
            else props.onChoose(event.target.value);
          }}
          slotProps={{
            select: {
              labelId: ids.label,
              displayEmpty: true,
              ...(ids.hint
                ? { SelectDisplayProps: { "aria-describedby": ids.hint } }
                : {}),
            },
          }}
          sx={{ width: 260 }}
        >
          {props.choices.map(({ value, text }) => (
            <MenuItem key={value} value={value}>
              {text}
            </MenuItem>
          ))}
          {more && (
            <MenuItem
              value={MORE}
              sx={{
                borderTop: 1,
                borderColor: "divider",
                color: "primary.main",
              }}
            >
              {more.text}
            </MenuItem>
          )}
        </TextField>
      )}
    />
  );
}

/** No code has blanks at its ends. */
const MORE = " more ";
