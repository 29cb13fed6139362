import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { Item } from "../../local-store/erp/erp-book.ts";
import { useErp } from "./use-erp.ts";

/** A product by number or name; one that nobody has bought yet is typed as it is. */
export function ItemField(props: {
  value: string;
  onChange(item: string): void;
}) {
  const { t } = useTranslation();
  const answer = useErp("items", (erp) => erp.items());
  const items = answer.status === "ready" ? answer.value : [];
  const chosen = items.find(({ item }) => item === props.value);
  return (
    <Autocomplete<Item | string, false, false, true>
      freeSolo
      autoSelect
      value={chosen ?? props.value}
      options={[...items]}
      getOptionLabel={(one) =>
        typeof one === "string" ? one : `${one.item} ${one.description}`
      }
      getOptionKey={(one) => (typeof one === "string" ? one : one.item)}
      isOptionEqualToValue={(a, b) => codeOf(a) === codeOf(b)}
      onChange={(_, one) => props.onChange(one === null ? "" : codeOf(one))}
      sx={{ flex: "1 1 260px" }}
      renderOption={({ key, ...attributes }, one) => (
        <li key={key} {...attributes}>
          {typeof one === "string" ? (
            one
          ) : (
            <Box sx={{ minWidth: 0 }}>
              <Box component="span" sx={{ fontWeight: 600, mr: 0.75 }}>
                {one.item}
              </Box>
              {one.description}
            </Box>
          )}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t("buyers.item")}
          helperText={t("buyers.itemHint")}
        />
      )}
    />
  );
}

/** What was picked whole is its code; what was typed may be the whole label, left by the field itself. */
function codeOf(one: Item | string): string {
  return typeof one === "string" ? one.trim() : one.item;
}
