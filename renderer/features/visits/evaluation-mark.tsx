import { useTranslation } from "react-i18next";
import type { Interaction } from "../../../shared/entities/interaction.ts";

const tones = {
  veryPositive: "success",
  positive: "success",
  neutral: "neutral",
  negative: "error",
  veryNegative: "error",
} as const;

/** How it went, in a word; or that nobody was reached. */
export function EvaluationMark(props: {
  interaction: Pick<Interaction, "evaluation" | "attemptFailed">;
}) {
  const { t } = useTranslation();
  const { evaluation, attemptFailed } = props.interaction;
  if (!evaluation && attemptFailed !== true) return null;
  const tone =
    attemptFailed === true || !evaluation ? "warning" : tones[evaluation];
  return (
    <span
      style={{
        padding: "0 6px",
        borderRadius: 6,
        fontWeight: 550,
        lineHeight: "20px",
        background: `var(--mui-palette-soft-${tone})`,
        color: `var(--mui-palette-${tone === "neutral" ? "text-primary" : `${tone}-main`})`,
      }}
    >
      {attemptFailed === true || !evaluation
        ? t("evaluation.notReached")
        : t(`evaluation.${evaluation}`)}
    </span>
  );
}
