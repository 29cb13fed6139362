import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { Code, Step } from "../../../shared/entities/code.ts";
import { ItemRows } from "./item-rows.tsx";

const TYPES = ["task", "meeting", "phoneCall"] as const;

/** The tasks that an activity makes at once, each so long after the start. */
export function StepRows(props: { code: Code; onChange(code: Code): void }) {
  const { t } = useTranslation();
  const { code, onChange } = props;
  return (
    <ItemRows<Step>
      label={t("setup.detail.steps")}
      items={code.steps ?? []}
      nameOf={(step, i) => `${i + 1} ${step.description}`}
      fresh={() => ({ type: "task", description: "" })}
      onChange={(steps) => onChange({ ...code, steps: [...steps] })}
      row={(step, change) => (
        <>
          <TextField
            size="small"
            label={t("setup.name")}
            value={step.description}
            onChange={(event) =>
              change({ ...step, description: event.target.value })
            }
            slotProps={{ htmlInput: { maxLength: 100 } }}
            sx={{ flex: "1 1 100%" }}
          />
          <TextField
            select
            size="small"
            label={t("setup.step.type")}
            value={step.type}
            onChange={(event) => {
              const type = TYPES.find((one) => one === event.target.value);
              if (type) change({ ...step, type });
            }}
            sx={{ minWidth: 150 }}
          >
            {TYPES.map((type) => (
              <MenuItem key={type} value={type}>
                {t(`task.type.${type}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            size="small"
            label={t("setup.step.dateFormula")}
            placeholder="2W"
            value={step.dateFormula ?? ""}
            onChange={(event) => {
              const { dateFormula: _, ...others } = step;
              const formula = event.target.value.trim().toUpperCase();
              change(
                formula === "" ? others : { ...others, dateFormula: formula },
              );
            }}
            slotProps={{ htmlInput: { maxLength: 32 } }}
          />
        </>
      )}
    />
  );
}
