import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { Code, Stage } from "../../../shared/entities/code.ts";
import { useSession } from "../../ui/session.ts";
import { ItemRows } from "./item-rows.tsx";
import { NumberField } from "./number-field.tsx";
import { useStagesInUse } from "./use-stages-in-use.ts";

/**
 * The stages of a sales cycle. One keeps its number whatever becomes of the others, since opportunities name it; one in
 * which an opportunity stands is not taken out (OPP-11).
 */
export function StageRows(props: { code: Code; onChange(code: Code): void }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { code, onChange } = props;
  const held = useStagesInUse(code.code);
  const shown = (stage: Stage) =>
    stage.translations?.[language] ?? stage.description;
  return (
    <ItemRows<Stage>
      label={t("setup.detail.stages")}
      items={code.stages ?? []}
      nameOf={(stage) => `${stage.stage} ${shown(stage)}`}
      fresh={() => ({
        stage: 1 + Math.max(0, ...(code.stages ?? []).map((one) => one.stage)),
        description: "",
        completed: 0,
        chances: 0,
      })}
      keeps={({ stage }) =>
        held.has(stage) ? t("setup.stage.inUse") : undefined
      }
      onChange={(stages) => onChange({ ...code, stages: [...stages] })}
      row={(stage, change) => (
        <>
          <TextField
            size="small"
            label={t("setup.name")}
            value={shown(stage)}
            onChange={(event) => {
              // One name for every language, as with the codes themselves.
              const { translations: _, ...others } = stage;
              change({ ...others, description: event.target.value });
            }}
            slotProps={{ htmlInput: { maxLength: 100 } }}
            sx={{ flex: "1 1 100%" }}
          />
          {(["completed", "chances"] as const).map((member) => (
            <NumberField
              key={member}
              label={t(`setup.stage.${member}`)}
              value={stage[member]}
              bad={stage[member] > 100}
              onChange={(value) => change({ ...stage, [member]: value ?? 0 })}
            />
          ))}
          {(["quoteRequired", "allowSkip"] as const).map((member) => (
            <FormControlLabel
              key={member}
              label={t(`setup.stage.${member}`)}
              control={
                <Checkbox
                  size="small"
                  checked={stage[member] ?? false}
                  onChange={(_, checked) =>
                    change({ ...stage, [member]: checked })
                  }
                />
              }
            />
          ))}
        </>
      )}
    />
  );
}
