import Box from "@mui/material/Box";
import type { Amount } from "../../../shared/domain/purchase-summary.ts";
import { formatAmount } from "../../ui/format.ts";

/** Amounts of one or more currencies, one below the other; the company's own currency needs no word in a table. */
export function Amounts(props: {
  amounts: readonly Amount[];
  /** Say CHF, too. */
  named?: boolean;
}) {
  return props.amounts.map(({ currency, minor }) => (
    <Box
      key={currency}
      component="span"
      sx={{ display: "block", whiteSpace: "nowrap" }}
    >
      {formatAmount(minor)}
      {(props.named || currency !== "CHF") && ` ${currency}`}
    </Box>
  ));
}

const quantities = new Intl.NumberFormat("de-CH", { maximumFractionDigits: 3 });

export function formatQuantity(quantity: number): string {
  return quantities.format(quantity).replaceAll("’", "'");
}
