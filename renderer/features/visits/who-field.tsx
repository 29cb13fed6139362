import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";
import { useSession } from "../../ui/session.ts";

/** Whom the visit was with: a few letters find company, person, town or number; the first hit waits for Enter. */
export function WhoField(props: {
  value: ContactRow | null;
  autoFocus: boolean;
  problem: string | undefined;
  onChange(row: ContactRow | null): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { language } = useSession();
  const [text, setText] = useState("");
  const [rows, setRows] = useState<readonly ContactRow[]>([]);
  useEffect(() => {
    let current = true;
    const query = { text, kind: "all" as const, locale: language };
    void list.query(query, 0, 20).then((answer) => {
      if (current) setRows(answer.rows);
    });
    return () => {
      current = false;
    };
  }, [list, text, language]);
  return (
    <Autocomplete
      autoHighlight
      value={props.value}
      options={[...rows]}
      filterOptions={(all) => all}
      getOptionLabel={(row) => row.name}
      getOptionKey={(row) => row.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={t("visit.whoNone")}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, row) => props.onChange(row)}
      renderOption={({ key, ...attributes }, row) => (
        <li key={key} {...attributes}>
          <Box
            sx={{
              display: "flex",
              gap: 1.25,
              alignItems: "center",
              minWidth: 0,
            }}
          >
            <KindMark kind={kindOf(row)} size={28} />
            <Box sx={{ minWidth: 0 }}>
              <Typography noWrap>{row.name}</Typography>
              <Typography
                noWrap
                variant="caption"
                component="div"
                color="textSecondary"
              >
                {[
                  t(`kind.${kindOf(row)}`),
                  row.type === "person" ? row.companyName : "",
                  row.city,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </Typography>
            </Box>
          </Box>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          name="contactId"
          label={t("visit.who")}
          placeholder={t("visit.whoHint")}
          autoFocus={props.autoFocus}
          error={props.problem !== undefined}
          helperText={
            props.problem ??
            (props.value?.type === "person"
              ? props.value.companyName
              : undefined)
          }
        />
      )}
    />
  );
}
