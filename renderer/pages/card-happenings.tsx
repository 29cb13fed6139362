import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { createLink } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../shared/entities/contact.ts";
import { ContactSales } from "../features/opportunities/contact-sales.tsx";
import { PurchasesSection } from "../features/purchases/purchases-section.tsx";
import { useSyncStatus } from "../features/sync/sync-context.ts";
import { Timeline } from "../features/visits/timeline.tsx";

const PageLink = createLink(Link);

type Part = "timeline" | "opportunities" | "purchases";

/** The right side of a card: what happened, or what they bought. */
export function CardHappenings({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { lastSuccess } = useSyncStatus();
  const [part, setPart] = useState<Part>("timeline");
  return (
    <>
      <Tabs
        value={part}
        onChange={(_, chosen: Part) => setPart(chosen)}
        aria-label={t("cardTabs.label")}
        sx={{ mt: -1.5, mb: 1.5, minHeight: 40 }}
      >
        <Tab
          value="timeline"
          id="card-tab-timeline"
          aria-controls="card-panel"
          label={t("cardTabs.timeline")}
        />
        <Tab
          value="opportunities"
          id="card-tab-opportunities"
          aria-controls="card-panel"
          label={t("cardTabs.opportunities")}
        />
        <Tab
          value="purchases"
          id="card-tab-purchases"
          aria-controls="card-panel"
          label={t("cardTabs.purchases")}
        />
      </Tabs>
      <Box role="tabpanel" id="card-panel" aria-labelledby={`card-tab-${part}`}>
        {part === "timeline" ? (
          <Timeline contact={contact} />
        ) : part === "opportunities" ? (
          <ContactSales contact={contact} />
        ) : (
          <PurchasesSection
            contact={contact}
            asOf={lastSuccess}
            never={(item) => (
              <PageLink
                to="/purchases"
                search={{ which: "never", item }}
                aria-label={`${t("purchases.whoNever")} ${item}`}
              >
                {t("purchases.whoNever")}
              </PageLink>
            )}
            all={
              <PageLink to="/purchases" search={{}} sx={{ fontSize: 13 }}>
                {t("purchases.all")}
              </PageLink>
            }
          />
        )}
      </Box>
    </>
  );
}
