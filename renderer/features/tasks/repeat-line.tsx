import { parseDay } from "../../../shared/domain/parse-day.ts";
import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import { applyDateFormula } from "../../../shared/domain/date-formula.ts";
import { twoColumns } from "../../ui/form-grid.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { REPEATS } from "./task-texts.ts";

const OTHER = "*";

/** TSK-5, TSK-6: whether and how a task recurs; an offered interval, or a formula as it is typed. */
export function RepeatLine(props: {
  texts: Readonly<Record<string, string>>;
  set(changed: Readonly<Record<string, string>>): void;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { texts, set } = props;
  const every = texts["repeatEvery"] ?? "";
  const offered = every === "" || REPEATS.some((one) => one === every);
  const other = texts["repeatOther"] === "1" || !offered;
  const base = parseDay((texts["date"] ?? "").trim(), today);
  const next = base && every ? applyDateFormula(every, base) : null;
  return (
    <Box sx={twoColumns}>
      <TextField
        select
        label={t("task.repeat")}
        value={other ? OTHER : every}
        onChange={({ target: { value } }) =>
          set(
            value === OTHER
              ? { repeatOther: "1" }
              : { repeatOther: "", repeatEvery: value },
          )
        }
        slotProps={{
          select: { displayEmpty: true },
          inputLabel: { shrink: true },
        }}
      >
        <MenuItem value="">{t("task.repeat.none")}</MenuItem>
        {REPEATS.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`task.repeat.${one}`)}
          </MenuItem>
        ))}
        <MenuItem value={OTHER}>{t("task.repeat.other")}</MenuItem>
      </TextField>
      {(every !== "" || other) && (
        <TextField
          select
          label={t("task.repeatFrom")}
          value={texts["repeatFrom"] ?? "due"}
          onChange={(event) => set({ repeatFrom: event.target.value })}
        >
          <MenuItem value="due">{t("task.repeatFrom.due")}</MenuItem>
          <MenuItem value="closed">{t("task.repeatFrom.closed")}</MenuItem>
        </TextField>
      )}
      {other && (
        <TextField
          label={t("task.formula")}
          value={every}
          autoComplete="off"
          onChange={(event) => set({ repeatEvery: event.target.value })}
          error={every !== "" && base !== null && next === null}
          helperText={
            next
              ? t("task.formulaNext", { day: formatDay(next) })
              : t("task.formulaHint")
          }
          sx={{ gridColumn: "1 / -1" }}
        />
      )}
    </Box>
  );
}
