import Chip from "@mui/material/Chip";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DatedStep } from "../../../shared/domain/typed-visit.ts";
import { formatDay } from "../../ui/format.ts";

/** What the template wants done: each will be a task, and Delete or × takes it out. */
export function TemplateSteps(props: {
  steps: readonly DatedStep[];
  onChange(steps: readonly DatedStep[]): void;
}) {
  const { t } = useTranslation();
  const { steps, onChange } = props;
  if (steps.length === 0) return null;
  return (
    <Box role="group" aria-label={t("visit.templateSteps")} sx={{ mt: -1 }}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.75 }}>
        {t("visit.templateSteps")}
      </Typography>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.75 }}>
        {steps.map((step, at) => (
          <Chip
            key={`${at} ${step.description}`}
            size="small"
            variant="outlined"
            label={[
              t(`task.type.${step.type}`),
              step.description,
              formatDay(step.date),
            ].join(" · ")}
            onDelete={() => onChange(steps.filter((_, i) => i !== at))}
          />
        ))}
      </Box>
    </Box>
  );
}
