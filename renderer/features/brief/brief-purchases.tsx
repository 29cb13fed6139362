import { useTranslation } from "react-i18next";
import type { Bought } from "../../../shared/domain/brief/bought.ts";
import type { Amount } from "../../../shared/domain/purchase-summary.ts";
import { formatAmount, formatShortDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

const NEVER = 3;

/** S6: what was bought, by product and by year, and what never was. */
export function BriefPurchases(props: { bought: Bought; most: number }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { customers, summary, recent, never } = props.bought;
  const products = summary?.products ?? [];
  const shown = products.slice(0, props.most);
  const of = (year: (typeof recent)[number], item: string) =>
    amountText(year.products.find((one) => one.item === item)?.amounts ?? []);
  return (
    <section>
      <h2>{t("brief.purchases")}</h2>
      {customers.length === 0 || shown.length === 0 ? (
        <p className="quiet">
          {customers.length === 0
            ? t("brief.notCustomer")
            : t("brief.noPurchases")}
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{t("brief.product")}</th>
              {recent.map(({ year }) => (
                <th key={year} className="figure">
                  {year}
                </th>
              ))}
              <th className="figure">{t("brief.total")}</th>
              <th className="figure">{t("brief.last")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.item}>
                <td>{one.description || one.item}</td>
                {recent.map((year) => (
                  <td key={year.year} className="figure">
                    {of(year, one.item)}
                  </td>
                ))}
                <td className="figure">{amountText(one.amounts)}</td>
                <td className="figure">
                  {one.last && formatShortDay(one.last, today)}
                </td>
              </tr>
            ))}
            <tr className="strong">
              <td>{t("brief.all")}</td>
              {recent.map(({ year }) => (
                <td key={year} className="figure">
                  {amountText(
                    summary?.years.find((one) => one.year === year)?.amounts ??
                      [],
                  )}
                </td>
              ))}
              <td className="figure">{amountText(summary?.totals ?? [])}</td>
              <td />
            </tr>
          </tbody>
        </table>
      )}
      {products.length > shown.length && (
        <p className="quiet">
          {t("brief.more", { count: products.length - shown.length })}
        </p>
      )}
      {never.length > 0 && (
        <p>
          <span className="strong">{t("brief.never")}</span>{" "}
          {never
            .slice(0, NEVER)
            .map(({ item, description }) => description || item)
            .join(", ")}
        </p>
      )}
    </section>
  );
}

/** Whole francs: a page before a visit is no invoice. */
function amountText(amounts: readonly Amount[]): string {
  return amounts
    .map(({ currency, minor }) => {
      const whole = formatAmount(minor).replace(/\.\d+$/, "");
      return currency === "CHF" ? whole : `${whole} ${currency}`;
    })
    .join(" + ");
}
