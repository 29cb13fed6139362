import ShoppingBagOutlined from "@mui/icons-material/ShoppingBagOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { Delayed } from "../../ui/delayed.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { ProductsTable } from "./products-table.tsx";
import { SimilarList } from "./similar-list.tsx";
import { useCustomer, type Customer } from "./use-customer.ts";
import { useErp } from "./use-erp.ts";
import { YearsTable } from "./years-table.tsx";

interface Links {
  /** When the server was last heard of, Unix ms; null = never. */
  readonly asOf: number | null;
  /** To the customers who never bought a product. */
  readonly never: (item: string) => ReactNode;
  /** To all customers by product. */
  readonly all: ReactNode;
}

/** S6: what the customer behind this card has bought; a person shows the company's (HIS-3). Read-only, all offline. */
export function PurchasesSection(props: { contact: Contact } & Links) {
  const { t } = useTranslation();
  const live = useCustomer(props.contact);
  if (live.status !== "ready") return null;
  if (live.value.accounts.length === 0)
    return (
      <EmptyState
        icon={<ShoppingBagOutlined />}
        title={t("purchases.notCustomer")}
        text={t("purchases.notCustomerText")}
      >
        {props.all}
      </EmptyState>
    );
  return <Bought {...props} customer={live.value} />;
}

function Bought(props: { contact: Contact; customer: Customer } & Links) {
  const { t } = useTranslation();
  const { holder, accounts } = props.customer;
  const [year, setYear] = useState<string | null>(null);
  const accountIds = accounts.map(({ id }) => id);
  const answer = useErp(`purchases/${accountIds.join()}/${year}`, (erp) =>
    erp.purchases(accountIds, year),
  );
  const numbers = accounts.map(({ no }) => no).join(", ");
  return (
    <Box component="section" aria-labelledby="purchases-title">
      <Typography id="purchases-title" variant="h3" component="h2">
        {holder.id === props.contact.id
          ? t("purchases.title")
          : t("purchases.ofCompany", { company: holder.name })}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        {t("purchases.customer", { no: numbers })}
        {" · "}
        <AsOf at={props.asOf} />
        {" · "}
        {t("purchases.readOnly")}
      </Typography>
      {answer.status === "loading" && (
        <Delayed>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
            {t("purchases.loading")}
          </Typography>
        </Delayed>
      )}
      {answer.status === "failed" && (
        <Typography variant="body2" color="error" sx={{ mt: 2 }}>
          {t("purchases.failed")}
        </Typography>
      )}
      {answer.status === "ready" &&
        (answer.value.years.length === 0 ? (
          <EmptyState
            icon={<ShoppingBagOutlined />}
            title={t("purchases.none")}
            text={t("purchases.noneText", { no: numbers })}
          />
        ) : (
          <Box
            sx={{ mt: 1.5, display: "flex", flexDirection: "column", gap: 2 }}
          >
            <YearsTable
              years={answer.value.years}
              chosen={year}
              onChoose={setYear}
            />
            {year !== null && (
              <Button
                size="small"
                variant="outlined"
                color="inherit"
                onClick={() => setYear(null)}
                sx={{ alignSelf: "flex-start" }}
              >
                {t("purchases.allYears")}
              </Button>
            )}
            <ProductsTable summary={answer.value} accountIds={accountIds} />
          </Box>
        ))}
      <Box sx={{ mt: 3 }}>
        {accountIds[0] !== undefined && (
          <SimilarList accountId={accountIds[0]} never={props.never} />
        )}
      </Box>
      <Box sx={{ mt: 2 }}>{props.all}</Box>
    </Box>
  );
}

function AsOf({ at }: { at: number | null }) {
  const { t } = useTranslation();
  const { now } = useSession();
  return at === null
    ? t("purchases.asOfNever")
    : t("purchases.asOf", { moment: formatMoment(at, now()) });
}
