import AddRounded from "@mui/icons-material/AddRounded";
import Button from "@mui/material/Button";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SalesView } from "../features/opportunities/sales-view.tsx";
import { useCommands } from "../ui/commands.ts";
import { Page } from "../ui/page.tsx";
import { contactLink } from "./contact-link.tsx";

/** What may be sold, to whom, when, and how likely. */
export function OpportunitiesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const commands = useCommands();
  const search = useSearch({ from: "/opportunities" });
  return (
    <Page
      wide
      title={t("nav.opportunities")}
      actions={
        <Button
          variant="contained"
          startIcon={<AddRounded />}
          onClick={() => commands.newOpportunity()}
        >
          {t("sale.new")}
        </Button>
      }
    >
      <SalesView
        search={search}
        onSearch={(next) =>
          void navigate({ to: "/opportunities", search: next, replace: true })
        }
        link={contactLink}
      />
    </Page>
  );
}
