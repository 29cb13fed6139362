import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { createLink } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountList } from "../features/relations/account-list.tsx";
import type { ContactLink as Linked } from "../ui/lines.tsx";
import { Page } from "../ui/page.tsx";

const PageLink = createLink(Link);

const link: Linked = ({ id, name }) => (
  <PageLink
    to="/contacts/$id"
    params={{ id }}
    color="inherit"
    underline="always"
  >
    {name}
  </PageLink>
);

/** The records of the ERP, and contacts from those that have none. */
export function AccountsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("accounts.title")}>
      <Typography variant="body2" color="textSecondary">
        {t("accounts.hint")}
      </Typography>
      <AccountList link={link} />
      <PageLink to="/purchases" search={{}}>
        {t("purchases.all")}
      </PageLink>
    </Page>
  );
}
