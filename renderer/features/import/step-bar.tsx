import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";

export const STEPS = [
  "file",
  "columns",
  "clean",
  "match",
  "preview",
  "import",
  "result",
] as const;
export type Step = (typeof STEPS)[number];

/** Where one is between the file and the result. */
export function StepBar({
  at,
  of = STEPS,
}: {
  at: Step;
  of?: readonly Step[];
}) {
  const { t } = useTranslation();
  const n = of.indexOf(at);
  return (
    <Box
      component="ol"
      aria-label={t("import.steps")}
      sx={{
        m: 0,
        mb: 1.5,
        p: 0,
        display: "flex",
        flexWrap: "wrap",
        columnGap: 2.5,
        rowGap: 0.5,
        listStyle: "none",
        fontSize: 12.5,
        fontVariantNumeric: "tabular-nums",
      }}
    >
      {of.map((step, i) => (
        <Box
          key={step}
          component="li"
          aria-current={step === at ? "step" : undefined}
          sx={{
            color: i === n ? "text.primary" : "text.secondary",
            fontWeight: i === n ? 600 : 400,
            borderBottom: 2,
            borderColor: i === n ? "primary.main" : "transparent",
            pb: 0.25,
          }}
        >
          {i + 1}. {t(`import.step.${step}`)}
        </Box>
      ))}
    </Box>
  );
}
