import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/section.tsx";
import { useErp } from "./use-erp.ts";

const SHOWN = 6;

/** What customers of the same industry groups buy and this one never has: what one could talk about next. */
export function SimilarList(props: {
  accountId: string;
  /** A link to the customers who never bought a product. */
  never: (item: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const answer = useErp(`similar/${props.accountId}`, (erp) =>
    erp.similar(props.accountId),
  );
  if (answer.status !== "ready") return null;
  const { customers, products } = answer.value;
  return (
    <Section title={t("purchases.similar")}>
      <Typography variant="body2" color="textSecondary">
        {products.length === 0
          ? t("purchases.similarNone")
          : t("purchases.similarHint", { n: customers })}
      </Typography>
      <Box
        component="ul"
        aria-label={t("purchases.similar")}
        sx={{ listStyle: "none", m: 0, mt: 0.5, p: 0 }}
      >
        {products.slice(0, SHOWN).map(({ item, description, buyers }) => (
          <Box
            component="li"
            key={item}
            sx={{
              display: "flex",
              gap: 1,
              py: 0.625,
              fontSize: 13,
              "& + &": { borderTop: 1, borderColor: "divider" },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
              <Box component="span" sx={{ fontWeight: 600, mr: 0.75 }}>
                {item}
              </Box>
              {description}
              <Box sx={{ fontSize: 12.5 }}>{props.never(item)}</Box>
            </Box>
            <Box
              sx={{
                flex: "none",
                color: "text.secondary",
                fontVariantNumeric: "tabular-nums",
              }}
            >
              {t("purchases.buyers", { count: buyers })}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
