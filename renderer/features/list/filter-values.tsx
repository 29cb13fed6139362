import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CONTACT_COLUMNS } from "../../../shared/domain/contact-columns.ts";
import type { Condition } from "../../../shared/domain/contact-filter.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Facet, ListFilter } from "../../local-store/store.ts";
import { formatCount } from "../../ui/format.ts";
import type { CellWords } from "./cell-text.ts";
import { filterValueText } from "./filter-words.ts";

const OPTIONS_MAX = 200;

/** What a condition compares with, as its column and operator take it. */
export function FilterValues(props: {
  condition: Condition;
  others: ListFilter;
  words: CellWords;
  onValues(values: readonly string[]): void;
}) {
  const { t } = useTranslation();
  const { column, op, values } = props.condition;
  const kind = CONTACT_COLUMNS[column];
  const isTime = kind === "day" || kind === "instant";
  if (op === "lastDays" || op === "notLastDays")
    return (
      <TextField
        type="number"
        label={t("filter.days")}
        value={values[0] ?? ""}
        slotProps={{ htmlInput: { min: 0, max: 36_500 } }}
        onChange={({ target }) => props.onValues([target.value])}
      />
    );
  if (isTime)
    return (
      <TextField
        type="date"
        label={t("filter.value")}
        value={values[0] ?? ""}
        slotProps={{ inputLabel: { shrink: true } }}
        onChange={({ target }) => props.onValues([target.value])}
      />
    );
  if (kind === "number" || kind === "amount") {
    const unit = kind === "amount" ? 100 : 1;
    const [value = ""] = values;
    return (
      <TextField
        type="number"
        label={t("filter.value")}
        value={value === "" ? "" : Number(value) / unit}
        onChange={({ target }) =>
          props.onValues(
            target.value === ""
              ? []
              : [String(Math.round(Number(target.value) * unit))],
          )
        }
      />
    );
  }
  if (op === "contains")
    return (
      <TextField
        label={t("filter.value")}
        value={values[0] ?? ""}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        onChange={({ target }) => props.onValues([target.value])}
      />
    );
  return <ChosenValues {...props} free={kind === "text" || kind === "phone"} />;
}

/** Several values of those that there are, each with how often it occurs. */
function ChosenValues(props: {
  condition: Condition;
  others: ListFilter;
  words: CellWords;
  free: boolean;
  onValues(values: readonly string[]): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { column, values } = props.condition;
  const { others, words } = props;
  const [facets, setFacets] = useState<readonly Facet[]>([]);
  useEffect(() => {
    let current = true;
    void list.facets(others, column).then((found) => {
      if (current) setFacets(found.filter(({ value }) => value !== ""));
    });
    return () => {
      current = false;
    };
  }, [list, others, column]);
  const [typed, setTyped] = useState("");
  // The same one while one types: another one would empty the field.
  const chosen = useMemo(() => [...values], [values]);
  // What is typed means the first hit: Enter and leaving the field take it, and never the form around it.
  const seeks = !props.free && typed.trim() !== "";
  const counts = new Map(facets.map(({ value, count }) => [value, count]));
  return (
    <Autocomplete
      multiple
      openOnFocus
      freeSolo={props.free}
      autoHighlight={seeks}
      autoSelect={props.free || seeks}
      noOptionsText={t("field.noChoice")}
      inputValue={typed}
      onInputChange={(_, text) => setTyped(text)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && seeks) event.preventDefault();
      }}
      value={chosen}
      options={facets.slice(0, OPTIONS_MAX).map(({ value }) => value)}
      getOptionLabel={(value) => filterValueText(column, value, words)}
      onChange={(_, next) => props.onValues(next)}
      renderOption={({ key, ...attributes }, value) => (
        <li key={key} {...attributes}>
          <Box component="span" sx={{ flex: 1 }}>
            {filterValueText(column, value, words)}
          </Box>
          <Box component="span" sx={{ color: "text.secondary", fontSize: 12 }}>
            {formatCount(counts.get(value) ?? 0)}
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField {...params} label={t("filter.value")} />
      )}
    />
  );
}
