import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useTranslation } from "react-i18next";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import type { SalesRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatAmount, formatShortDay, inFrancs } from "../../ui/format.ts";
import type { ContactLink } from "../../ui/lines.tsx";
import { useSession } from "../../ui/session.ts";
import { percent } from "./stage-text.ts";
import { useStanding } from "./use-standing.ts";
import { figureTableStyle } from "../../ui/figure-table-style.ts";

/** Opportunities with their contacts, one a row; the name opens it. */
export function SalesTable(props: {
  rows: readonly SalesRow[];
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const { today } = useSession();
  const standing = useStanding();
  const { rows, link } = props;
  return (
    <Box component="table" sx={figureTableStyle} aria-label={t("sale.list")}>
      <thead>
        <tr>
          <th scope="col">{t("sale.what")}</th>
          <th scope="col">{t("sale.stage")}</th>
          <th scope="col" className="figure">
            {inFrancs(t("sale.value"))}
          </th>
          <th scope="col" className="figure">
            {t("sale.probability")}
          </th>
          <th scope="col" className="figure">
            {inFrancs(t("sale.calculated"))}
          </th>
          <th scope="col" className="figure">
            {t("sale.closing")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sale, contact }) => (
          <tr key={sale.id}>
            <td>
              <ButtonBase
                onClick={() => commands.openOpportunity(sale.id)}
                sx={{
                  fontWeight: 550,
                  fontSize: 13.5,
                  textAlign: "left",
                  borderRadius: 0.5,
                  "&:hover": { textDecoration: "underline" },
                }}
              >
                {sale.description}
              </ButtonBase>
              <Box sx={{ fontSize: 12, color: "text.secondary" }}>
                {contact && link(contact)}
                {contact?.type === "person" &&
                  contact.companyName &&
                  ` · ${contact.companyName}`}
              </Box>
            </td>
            <td>{standing(sale)}</td>
            <td className="figure">{formatAmount(sale.estimatedMinor)}</td>
            <td className="figure">{percent(sale.probability)}</td>
            <td className="figure">{formatAmount(sale.currentMinor)}</td>
            <td className="figure">
              {sale.closingOn && (
                <Box
                  component="span"
                  sx={
                    isOpenOpportunity(sale) && sale.closingOn < today
                      ? { color: "error.main", fontWeight: 550 }
                      : {}
                  }
                >
                  {formatShortDay(sale.closingOn, today)}
                </Box>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
