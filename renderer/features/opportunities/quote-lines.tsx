import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { parseAmount } from "../../../shared/domain/parse-amount.ts";
import { twoColumns } from "../../ui/form-grid.ts";
import { TextLine } from "../../ui/form-lines.tsx";
import { formatAmount, FRANCS } from "../../ui/format.ts";

type Texts = Readonly<Record<string, string>>;

/** A quote as it was typed; null = its total cannot be read. */
export interface TypedQuote {
  readonly quoteNo: string;
  readonly quoteMinor: number | null;
}

/** What the two lines begin with. */
export function quoteTexts({
  quoteNo = "",
  quoteMinor,
}: Pick<Opportunity, "quoteNo" | "quoteMinor">): Texts {
  return {
    quoteNo,
    quoteTotal: quoteMinor === undefined ? "" : formatAmount(quoteMinor),
  };
}

/** Null = the total is no amount. */
export function quoteOf(texts: Texts): TypedQuote | null {
  const text = (texts["quoteTotal"] ?? "").trim();
  const quoteMinor = parseAmount(text);
  if (quoteMinor === null && text !== "") return null;
  return { quoteNo: (texts["quoteNo"] ?? "").trim(), quoteMinor };
}

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
