import Typography from "@mui/material/Typography";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Buyers } from "../features/purchases/buyers.tsx";
import { Page } from "../ui/page.tsx";
import { contactLink } from "./contact-link.tsx";

/** All customers by product; the question stands in the address, so that Back works. */
export function PurchasesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: "/purchases" });
  return (
    <Page title={t("buyers.title")}>
      <Typography variant="body2" color="textSecondary">
        {t("buyers.hint")}
      </Typography>
      <Buyers
        search={search}
        onSearch={(next) =>
          void navigate({ to: "/purchases", search: next, replace: true })
        }
        link={contactLink}
      />
    </Page>
  );
}
