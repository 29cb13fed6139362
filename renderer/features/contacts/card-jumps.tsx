import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";

export const CARD_FACTS = "card-facts";
export const CARD_HAPPENINGS = "card-happenings";
export const JUMPS_HEIGHT = "44px";

/** Where a card is one column, what happened stands far below the facts: one click there, and one back. */
export function CardJumps() {
  const { t } = useTranslation();
  const jump = (id: string) =>
    document.getElementById(id)?.scrollIntoView({ block: "start" });
  return (
    <Box
      sx={{
        display: "none",
        position: "sticky",
        top: 0,
        zIndex: 1,
        height: JUMPS_HEIGHT,
        alignItems: "center",
        gap: 1,
        px: 2,
        borderTop: 1,
        borderColor: "divider",
        bgcolor: "background.default",
        "@container (max-width: 679.9px)": { display: "flex" },
      }}
    >
      <Button size="small" onClick={() => jump(CARD_FACTS)}>
        {t("card.facts")}
      </Button>
      <Button size="small" onClick={() => jump(CARD_HAPPENINGS)}>
        {t("card.happened")}
      </Button>
    </Box>
  );
}
