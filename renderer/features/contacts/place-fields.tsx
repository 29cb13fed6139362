import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lookupPostCode } from "../../../shared/directory/post-codes.ts";
import type { CreateValues } from "./create-form.ts";

/** Post code, then town: a known code brings its town; where it has several, one chooses (LOC-3). */
export function PlaceFields(props: {
  values: CreateValues;
  helperText?: string | undefined;
  onChange(values: Pick<CreateValues, "postCode" | "city">): void;
}) {
  const { t } = useTranslation();
  const postCode = props.values.postCode ?? "";
  const city = props.values.city ?? "";
  // In a restored draft the town may have come from its code as well.
  const [filled, setFilled] = useState(() =>
    lookupPostCode(postCode).some((place) => place.city === city) ? city : "",
  );
  const towns = lookupPostCode(postCode).map((place) => place.city);

  function onPostCode(typed: string): void {
    const [main] = lookupPostCode(typed);
    // A town that the person typed stays; one that an earlier code brought goes with it.
    const free = city === "" || city === filled;
    const next = free ? (main?.city ?? "") : city;
    if (free) setFilled(next);
    props.onChange({ postCode: typed, city: next });
  }

  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "112px 1fr", gap: 1.5 }}>
      <TextField
        label={t("field.postCode")}
        value={postCode}
        onChange={(event) => onPostCode(event.target.value)}
        helperText={props.helperText}
        slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off" } }}
      />
      <Autocomplete
        freeSolo
        openOnFocus={towns.length > 1}
        options={towns}
        filterOptions={(all) => all}
        inputValue={city}
        onInputChange={(_, typed, reason) => {
          if (reason !== "reset" || typed !== "") {
            props.onChange({ postCode, city: typed });
          }
        }}
        renderInput={(params) => (
          <TextField {...params} label={t("field.city")} />
        )}
      />
    </Box>
  );
}
