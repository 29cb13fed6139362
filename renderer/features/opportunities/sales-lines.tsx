import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useTranslation } from "react-i18next";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import type { SalesRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatFrancs, formatShortDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { percent } from "./stage-text.ts";
import { useStanding } from "./use-standing.ts";

/** Opportunities where there is little room, as on a card: two lines each; the name opens it. */
export function SalesLines(props: {
  rows: readonly SalesRow[];
  /** The card's own contact, whose name is not said again. */
  of: string;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const { today } = useSession();
  const standing = useStanding();
  return (
    <Box
      component="ul"
      aria-label={t("sale.list")}
      sx={{ listStyle: "none", m: 0, p: 0 }}
    >
      {props.rows.map(({ sale, contact }) => {
        const open = isOpenOpportunity(sale);
        const late = open && sale.closingOn && sale.closingOn < today;
        return (
          <Box
            component="li"
            key={sale.id}
            sx={{
              display: "flex",
              flexWrap: "wrap",
              columnGap: 2,
              py: 1,
              fontSize: 13,
              borderTop: 1,
              borderColor: "divider",
              "&:first-of-type": { borderTop: 0 },
            }}
          >
            <Box sx={{ flex: "1 1 160px", minWidth: 0 }}>
              <ButtonBase
                onClick={() => commands.openOpportunity(sale.id)}
                sx={{
                  fontWeight: 550,
                  fontSize: 13.5,
                  textAlign: "left",
                  borderRadius: 0.5,
                  overflowWrap: "anywhere",
                  "&:hover": { textDecoration: "underline" },
                }}
              >
                {sale.description}
              </ButtonBase>
              <Box sx={{ color: "text.secondary" }}>
                {[standing(sale), contact?.id !== props.of && contact?.name]
                  .filter(Boolean)
                  .join(" · ")}
              </Box>
            </Box>
            <Box sx={{ fontVariantNumeric: "tabular-nums" }}>
              <Box sx={{ fontWeight: 550 }}>
                {formatFrancs(sale.estimatedMinor)}
              </Box>
              <Box sx={{ color: "text.secondary" }}>
                {[
                  open && percent(sale.probability),
                  sale.closingOn && formatShortDay(sale.closingOn, today),
                ]
                  .filter(Boolean)
                  .join(" · ")}
                {late && (
                  <Box component="span" sx={{ color: "error.main" }}>
                    {` ${t("sale.late")}`}
                  </Box>
                )}
              </Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
