import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { twoColumns } from "../../ui/form-grid.ts";
import { TextLine } from "../../ui/form-lines.tsx";
import { FRANCS } from "../../ui/format.ts";

/** OPP-7, OPP-10: the quote's number, and what it comes to. */
export function QuoteLines(
  part: Pick<Parameters<typeof TextLine>[0], "texts" | "set" | "problem">,
) {
  const { t } = useTranslation();
  return (
    <Box sx={twoColumns}>
      <TextLine
        {...part}
        name="quoteNo"
        label={t("sale.quote")}
        placeholder="Q-1001"
      />
      <TextLine
        {...part}
        name="quoteTotal"
        label={t("sale.quoteTotal")}
        unit={FRANCS}
        placeholder="46'500"
      />
    </Box>
  );
}
