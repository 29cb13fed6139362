import CheckRounded from "@mui/icons-material/CheckRounded";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { activeEntry } from "../../../shared/domain/opportunity-entries.ts";
import { stagesOf, stageText } from "../../../shared/domain/sales-cycle.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { useSession } from "../../ui/session.ts";

/** The stages of the cycle in their order, with the one that is active. */
export function StageSteps(props: {
  opportunity: Opportunity;
  cycle: Code | null;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const at = activeEntry(props.opportunity)?.entry.stage ?? 0;
  return (
    <Box
      component="ol"
      aria-label={t("sale.stages")}
      // A company may have many stages, with long names.
      sx={{
        ...{ display: "flex", flexWrap: "wrap", gap: 0.5 },
        ...{ listStyle: "none", m: 0, p: 0 },
      }}
    >
      {stagesOf(props.cycle).map((stage) => {
        const is = stage.stage === at;
        const past = stage.stage < at;
        return (
          <Box
            component="li"
            key={stage.stage}
            aria-current={is ? "step" : undefined}
            sx={{
              // As wide as its longest word: nothing is broken off it.
              flex: 1,
              minWidth: "min-content",
              display: "flex",
              alignItems: "center",
              justifyContent: "space-between",
              gap: 0.25,
              px: 1,
              py: 0.75,
              borderRadius: 1,
              fontSize: 12,
              lineHeight: "16px",
              fontWeight: is ? 650 : 450,
              color: is
                ? "primary.contrastText"
                : past
                  ? "primary.main"
                  : "text.secondary",
              bgcolor: is
                ? "primary.main"
                : past
                  ? "soft.primary"
                  : "soft.neutral",
            }}
          >
            <span>{`${stage.stage} ${stageText(stage, language)}`}</span>
            {past && <CheckRounded aria-hidden sx={{ fontSize: 14 }} />}
          </Box>
        );
      })}
    </Box>
  );
}
