import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { createLink, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Buyers } from "../features/purchases/buyers.tsx";
import type { ContactLink as Linked } from "../ui/lines.tsx";
import { Page } from "../ui/page.tsx";

const ContactLink = createLink(Link);

const link: Linked = ({ id, name }) => (
  <ContactLink
    to="/contacts/$id"
    params={{ id }}
    color="inherit"
    underline="always"
  >
    {name}
  </ContactLink>
);

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
        link={link}
      />
    </Page>
  );
}
