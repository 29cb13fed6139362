import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import type {
  BoughtProduct,
  PurchaseSummary,
} from "../../../shared/domain/purchase-summary.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { Amounts, formatQuantity } from "./amounts.tsx";
import { ProductLines } from "./product-lines.tsx";
import { figureTableStyle } from "../../ui/figure-table-style.ts";

/** After so long without a purchase a product is one that they have stopped buying. */
const STOPPED_MONTHS = 12;
const SHOWN = 8;

/** HIS-1: product, quantity, amount, last purchase; a line opens its documents. */
export function ProductsTable(props: {
  summary: PurchaseSummary;
  accountIds: readonly string[];
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { products, totals } = props.summary;
  const stopped = addDays(today, -365);
  const shown = all ? products : products.slice(0, SHOWN);
  return (
    <>
      <Box component="table" sx={figureTableStyle}>
        <Box component="caption" sx={visuallyHidden}>
          {t("purchases.byProduct")}
        </Box>
        <thead>
          <tr>
            <th scope="col">{t("purchases.product")}</th>
            <th scope="col" className="figure">
              {t("purchases.quantity")}
            </th>
            <th scope="col" className="figure">
              {t("purchases.amount")}
            </th>
            <th scope="col" className="figure">
              {t("purchases.last")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((product) => (
            <Fragment key={product.item}>
              <ProductRow
                product={product}
                stopped={product.last !== null && product.last < stopped}
                open={open === product.item}
                onOpen={() =>
                  setOpen(open === product.item ? null : product.item)
                }
              />
              {open === product.item && (
                <tr>
                  <Box component="td" colSpan={4} sx={{ p: "0 !important" }}>
                    <ProductLines
                      accountIds={props.accountIds}
                      item={product.item}
                    />
                  </Box>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t("purchases.total")}</td>
            <td />
            <td className="figure" data-total>
              <Amounts amounts={totals} named />
            </td>
            <td />
          </tr>
        </tfoot>
      </Box>
      {products.length > SHOWN && (
        <ButtonBase
          aria-expanded={all}
          onClick={() => setAll(!all)}
          sx={{ mt: 0.5, fontSize: 12.5, fontWeight: 550, minHeight: 26 }}
        >
          {t(all ? "purchases.fewer" : "purchases.more", {
            n: products.length - SHOWN,
          })}
        </ButtonBase>
      )}
    </>
  );
}

function ProductRow(props: {
  product: BoughtProduct;
  stopped: boolean;
  open: boolean;
  onOpen(): void;
}) {
  const { t } = useTranslation();
  const { product, open } = props;
  const { item, description } = product;
  return (
    <tr data-item={item}>
      <td>
        <ButtonBase
          aria-expanded={open}
          onClick={props.onOpen}
          sx={{
            alignItems: "flex-start",
            justifyContent: "flex-start",
            textAlign: "left",
            borderRadius: 0.75,
            width: "100%",
          }}
        >
          <ExpandMoreRounded
            aria-hidden
            sx={{
              fontSize: 17,
              mr: 0.25,
              color: "text.secondary",
              transform: open ? undefined : "rotate(-90deg)",
            }}
          />
          <Box component="span" sx={{ minWidth: 0, overflowWrap: "anywhere" }}>
            <Box component="span" sx={{ fontWeight: 600, mr: 0.75 }}>
              {item}
            </Box>
            {description}
          </Box>
        </ButtonBase>
        {props.stopped && (
          <Box sx={{ pl: 2.25, fontSize: 12, color: "warning.main" }}>
            {t("purchases.notSince", { months: STOPPED_MONTHS })}
          </Box>
        )}
      </td>
      <td className="figure">{formatQuantity(product.quantity)}</td>
      <td className="figure">
        <Amounts amounts={product.amounts} />
      </td>
      <td className="figure">
        {product.last ? formatDay(product.last) : t("purchases.creditOnly")}
      </td>
    </tr>
  );
}
