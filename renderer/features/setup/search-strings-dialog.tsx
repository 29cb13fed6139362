import Button from "@mui/material/Button";
import DialogContent from "@mui/material/DialogContent";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  doubleRow,
  FIRST_ROWS,
  hitsNeeded,
} from "../../../shared/domain/duplicate-set-up.ts";
import {
  SearchStringField,
  type SearchString,
} from "../../../shared/entities/search-string.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ItemRows } from "./item-rows.tsx";
import { useChangeSetting } from "./use-set-up.ts";

const MOST = 60;
const LENGTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const PARTS = ["first", "last"] as const;

/** DUP-1: which first or last characters of which fields are compared; back to the starters at any time. */
export function SearchStringsDialog(props: {
  rows: readonly SearchString[];
  hit: number;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const change = useChangeSetting();
  const [rows, setRows] = useState(props.rows);
  const twice = doubleRow(rows);
  const words = rows[twice];
  const problem = words
    ? t("duplicates.twice", { row: nameOf(words) })
    : rows.length > MOST
      ? t("duplicates.tooMany", { count: MOST })
      : rows.length === 0
        ? t("duplicates.noRows")
        : null;

  function nameOf({ field, part }: SearchString): string {
    return `${t(`field.${field}`)}, ${t(`duplicates.${part}`)}`;
  }
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (problem !== null) return;
    await change({ duplicateRows: [...rows] });
    props.onClose();
  }
  return (
    <FormDialog
      title={t("duplicates.rows")}
      onClose={props.onClose}
      onSubmit={save}
    >
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {t("duplicates.rowsAbout")}
        </Typography>
        <ItemRows<SearchString>
          label={t("duplicates.needed", {
            needed: hitsNeeded({ rows, hit: props.hit }),
            of: rows.length,
          })}
          items={rows}
          nameOf={nameOf}
          fresh={() => ({ field: "name2", part: "first", length: 5 })}
          onChange={setRows}
          row={(row, changed) => (
            <>
              <Pick
                label={t("duplicates.field")}
                value={row.field}
                wide
                choices={SearchStringField.options}
                textOf={(field) => t(`field.${field}`)}
                onPick={(field) => changed({ ...row, field })}
              />
              <Pick
                label={t("duplicates.part")}
                value={row.part}
                choices={PARTS}
                textOf={(part) => t(`duplicates.${part}`)}
                onPick={(part) => changed({ ...row, part })}
              />
              <Pick
                label={t("duplicates.length")}
                value={row.length}
                choices={LENGTHS}
                textOf={String}
                onPick={(length) => changed({ ...row, length })}
              />
            </>
          )}
        />
        {problem !== null && (
          <Typography role="alert" color="error" sx={{ mt: 1 }}>
            {problem}
          </Typography>
        )}
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("setup.save")}
        disabled={problem !== null}
      >
        <Button
          color="inherit"
          onClick={() => setRows(FIRST_ROWS)}
          sx={{ mr: "auto", whiteSpace: "nowrap" }}
        >
          {t("duplicates.reset")}
        </Button>
      </FormActions>
    </FormDialog>
  );
}

function Pick<T extends string | number>(props: {
  label: string;
  value: T;
  wide?: true;
  choices: readonly T[];
  textOf(value: T): string;
  onPick(value: T): void;
}) {
  return (
    <TextField
      select
      size="small"
      fullWidth={false}
      label={props.label}
      value={props.value}
      onChange={(event) => {
        const picked = props.choices.find(
          (one) => String(one) === String(event.target.value),
        );
        if (picked !== undefined) props.onPick(picked);
      }}
      sx={{ flex: props.wide ? "1 1 120px" : "0 1 96px", minWidth: 0 }}
    >
      {props.choices.map((one) => (
        <MenuItem key={one} value={one}>
          {props.textOf(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}
