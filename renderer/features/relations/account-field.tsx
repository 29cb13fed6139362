import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountKind } from "../../../shared/entities/account.ts";
import type { SlimAccount } from "../../local-store/erp/slim-erp.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

const SHOWN = 30;

/** A record of the ERP that has no contact yet, by a few letters of its name, number or town. */
export function AccountField(props: {
  kind: AccountKind;
  value: SlimAccount | null;
  onChange(account: SlimAccount | null): void;
}) {
  const { t } = useTranslation();
  const { erp } = useLocalStore();
  const { kind } = props;
  const [text, setText] = useState("");
  const [rows, setRows] = useState<readonly SlimAccount[]>([]);
  useEffect(() => {
    let current = true;
    const question = { kind, text, free: true, from: 0, to: SHOWN };
    void erp.accounts(question).then((answer) => {
      if (current) setRows(answer.rows);
    });
    return () => {
      current = false;
    };
  }, [erp, kind, text]);
  return (
    <Autocomplete
      autoHighlight
      value={props.value}
      options={[...rows]}
      filterOptions={(all) => all}
      getOptionLabel={(row) => row.name}
      getOptionKey={(row) => row.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={t("linkWith.none")}
      inputValue={text}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, row) => props.onChange(row)}
      renderOption={({ key, ...attributes }, row) => (
        <li key={key} {...attributes}>
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap>{row.name}</Typography>
            <Typography variant="caption" color="textSecondary">
              {[row.no, row.postCode, row.city].filter(Boolean).join(" ")}
            </Typography>
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          label={t("linkWith.account")}
          helperText={t("linkWith.accountHint")}
        />
      )}
    />
  );
}
