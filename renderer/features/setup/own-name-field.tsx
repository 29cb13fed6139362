import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";

/** Whoever has the notebook to themselves is its salesperson: what they are called, and what for. */
export function OwnNameField(props: {
  value: string;
  onChange(name: string): void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("first.yourName")}
      helperText={t("first.yourNameHint")}
      value={props.value}
      autoFocus
      autoComplete="off"
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 50 } }}
      sx={{ flex: 1 }}
    />
  );
}
