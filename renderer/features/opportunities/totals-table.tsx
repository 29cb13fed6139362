import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Total } from "../../../shared/domain/pipeline.ts";
import { formatAmount, formatCount, inFrancs } from "../../ui/format.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { figureTableStyle } from "../../ui/figure-table-style.ts";

/** Chart and table in one: how much is estimated, and in the full colour how much of it is likely. */
export function TotalsTable(props: {
  label: string;
  first: string;
  rows: readonly (Total & { readonly key: string; readonly name: string })[];
  /** Of closed ones nothing is likely any more. */
  plain?: boolean;
}) {
  const { t } = useTranslation();
  const { rows, plain = false } = props;
  const most = Math.max(1, ...rows.map(({ estimatedMinor }) => estimatedMinor));
  return (
    <Box component="table" sx={figureTableStyle} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{props.first}</th>
          <th scope="col">
            <Box component="span" sx={visuallyHidden}>
              {t("sale.share")}
            </Box>
          </th>
          <th scope="col" className="figure">
            {t("sale.count")}
          </th>
          <th scope="col" className="figure">
            {inFrancs(t("sale.value"))}
          </th>
          {!plain && (
            <th scope="col" className="figure">
              {inFrancs(t("sale.calculated"))}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <Box component="td" sx={{ width: "25%" }}>
              <Bar
                whole={row.estimatedMinor / most}
                likely={(plain ? row.estimatedMinor : row.currentMinor) / most}
              />
            </Box>
            <td className="figure">{formatCount(row.count)}</td>
            <td className="figure">{formatAmount(row.estimatedMinor)}</td>
            {!plain && (
              <td className="figure">{formatAmount(row.currentMinor)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

function Bar({ whole, likely }: { whole: number; likely: number }) {
  const width = (share: number) => Math.max(1, Math.round(share * 100));
  return (
    <Box
      component="svg"
      aria-hidden
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      sx={{ display: "block", width: "100%", height: 10, mt: 0.5 }}
    >
      <Box
        component="rect"
        width={width(whole)}
        height="10"
        sx={{ fill: "var(--mui-palette-primary-main)", opacity: 0.28 }}
      />
      <Box
        component="rect"
        width={width(likely)}
        height="10"
        sx={{ fill: "var(--mui-palette-primary-main)" }}
      />
    </Box>
  );
}
