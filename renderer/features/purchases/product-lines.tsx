import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { formatAmount, formatCount, formatDay } from "../../ui/format.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { formatQuantity } from "./amounts.tsx";
import { figureTableStyle } from "../../ui/figure-table-style.ts";
import { useErp } from "./use-erp.ts";

/** HIS-1: the documents behind a product's sums, the newest first. */
export function ProductLines(props: {
  accountIds: readonly string[];
  item: string;
}) {
  const { t } = useTranslation();
  const { accountIds, item } = props;
  const answer = useErp(`lines/${accountIds.join()}/${item}`, (erp) =>
    erp.lines(accountIds, item),
  );
  if (answer.status !== "ready") return null;
  const { total, lines } = answer.value;
  return (
    <Box sx={{ bgcolor: "surface.sunken", borderRadius: 1, px: 1.25, py: 0.5 }}>
      <Box component="table" sx={{ ...figureTableStyle, fontSize: 12.5 }}>
        <Box component="caption" sx={visuallyHidden}>
          {t("purchases.lines", { item })}
        </Box>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.document}/${line.date}/${line.amountMinor}`}>
              <td>{formatDay(line.date)}</td>
              <td>
                {t(`purchases.type.${line.type}`)} {line.document}
                {line.discountMinor !== undefined && (
                  <Box sx={{ color: "text.secondary" }}>
                    {t("purchases.discount", {
                      amount: formatAmount(line.discountMinor),
                    })}
                  </Box>
                )}
              </td>
              <td className="figure">{formatQuantity(line.quantity)}</td>
              <td className="figure">{formatAmount(line.amountMinor)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      {total > lines.length && (
        <Box sx={{ fontSize: 12, color: "text.secondary", py: 0.5 }}>
          {t("purchases.linesMore", {
            n: formatCount(total),
            shown: formatCount(lines.length),
          })}
        </Box>
      )}
    </Box>
  );
}
