import DialogContent from "@mui/material/DialogContent";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  readSeries,
  type SeriesProblem,
} from "../../../shared/domain/number-series.ts";
import { isStorableText } from "../../../shared/entities/fields.ts";
import {
  SERIES_MEMBERS,
  type NumberSeries,
  type SeriesName,
} from "../../../shared/entities/number-series.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useChangeSetting } from "./use-set-up.ts";

/** What people may type a number of; accounts get theirs here or from the ERP. */
const TYPED: readonly SeriesName[] = ["contacts", "opportunities", "tasks"];
const OF_LAST: readonly SeriesProblem[] = [
  "series-other-pattern",
  "series-backwards",
];

/** First and last number of a series; what is typed stays until it is one (NUM). */
export function SeriesDialog(props: {
  name: SeriesName;
  series: NumberSeries;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { name, series } = props;
  const change = useChangeSetting();
  const [first, setFirst] = useState(series.first);
  const [last, setLast] = useState(series.last ?? "");
  const [gaps, setGaps] = useState(series.gaps !== false);
  const [manual, setManual] = useState(series.manual !== false);
  const typed: NumberSeries = {
    first: first.trim().toUpperCase(),
    ...(last.trim() === "" ? {} : { last: last.trim().toUpperCase() }),
    ...(gaps ? {} : { gaps }),
    ...(manual ? {} : { manual }),
  };
  const read = readSeries(typed);
  const problem = read.ok ? null : read.error.kind;
  const storable = isStorableText(first + last);
  const words = !storable
    ? t("setup.unstorable")
    : problem && t(`series.problem.${problem}`);
  const atLast = problem !== null && OF_LAST.includes(problem);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (words !== null) return;
    await change({ [SERIES_MEMBERS[name]]: typed });
    props.onClose();
  }
  return (
    <FormDialog
      title={t("series.title", { name: t(`series.${name}`) })}
      onClose={props.onClose}
      onSubmit={save}
    >
      <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
        <Typography variant="body2" color="textSecondary">
          {t("series.about")}
        </Typography>
        <TextField
          autoFocus
          label={t("series.first")}
          value={first}
          onChange={(event) => setFirst(event.target.value)}
          error={words !== null && !atLast}
          helperText={words !== null && !atLast ? words : t("series.firstHint")}
        />
        <TextField
          label={t("series.last")}
          value={last}
          onChange={(event) => setLast(event.target.value)}
          error={words !== null && atLast}
          helperText={words !== null && atLast ? words : t("series.lastHint")}
        />
        {name === "contacts" && (
          <FormControlLabel
            control={
              <Switch checked={gaps} onChange={(_, on) => setGaps(on)} />
            }
            label={t("series.gaps")}
          />
        )}
        {TYPED.includes(name) && (
          <FormControlLabel
            control={
              <Switch checked={manual} onChange={(_, on) => setManual(on)} />
            }
            label={t("series.manual")}
          />
        )}
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={t("setup.save")}
        disabled={words !== null}
      />
    </FormDialog>
  );
}
