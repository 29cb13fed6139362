import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SettingRow } from "../../ui/setting-row.tsx";

/** Where newer versions lie; empty = where the package says. What is no address stays in the field, and nothing changes. */
export function AddressRow(props: {
  value: string;
  onChoose(address: string): void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.value);
  const [bad, setBad] = useState(false);
  function commit(): void {
    const typed = text.trim();
    const isBad = typed !== "" && !URL.canParse(typed);
    setBad(isBad);
    if (!isBad && typed !== props.value) props.onChoose(typed);
  }
  return (
    <SettingRow
      labels
      label={t("updates.address")}
      hint={t("updates.addressHint")}
      control={(ids) => (
        <TextField
          type="url"
          value={text}
          error={bad}
          helperText={bad ? t("updates.addressBad") : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setBad(false);
          }}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === "Enter") commit();
            if (event.key === "Escape") {
              setText(props.value);
              setBad(false);
            }
          }}
          slotProps={{
            htmlInput: { id: ids.control, "aria-describedby": ids.hint },
            formHelperText: { role: "status" },
          }}
          sx={{ width: 300 }}
        />
      )}
    />
  );
}
