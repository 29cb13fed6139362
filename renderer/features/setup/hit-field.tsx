import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import type { SettingIds } from "../../ui/setting-row.tsx";

/** A whole percentage from 1 to 100, kept when one leaves the field; what is none is marked and not kept. */
export function HitField(props: {
  ids: SettingIds;
  value: number;
  disabled: boolean;
  onChange(value: number): void;
}) {
  const { ids, value } = props;
  const [text, setText] = useState(String(value));
  const read = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  const bad = read < 1 || read > 100;
  const keep = () => {
    if (!bad && read !== value) props.onChange(read);
  };
  return (
    <TextField
      value={text}
      disabled={props.disabled}
      error={bad}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
        if (event.key === "Escape") setText(String(value));
      }}
      slotProps={{
        htmlInput: {
          id: ids.control,
          inputMode: "numeric",
          maxLength: 3,
          ...(ids.hint ? { "aria-describedby": ids.hint } : {}),
        },
        input: {
          endAdornment: <InputAdornment position="end">%</InputAdornment>,
        },
      }}
      sx={{ width: 100 }}
    />
  );
}
