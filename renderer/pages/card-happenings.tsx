import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { createLink } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../shared/entities/contact.ts";
import { ContactSales } from "../features/opportunities/contact-sales.tsx";
import { PurchasesSection } from "../features/purchases/purchases-section.tsx";
import { useSyncStatus } from "../features/sync/sync-context.ts";
import { Timeline } from "../features/visits/timeline.tsx";
import { CardTabs, tabId } from "./card-tabs.tsx";

const PageLink = createLink(Link);

type Part = "timeline" | "opportunities" | "purchases";

/** The right side of a card: what happened, or what they bought. */
export function CardHappenings({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { lastSuccess } = useSyncStatus();
  const [part, setPart] = useState<Part>("timeline");
  return (
    <>
      <CardTabs<Part>
        label={t("cardTabs.label")}
        panel="card-panel"
        tabs={[
          ["timeline", t("cardTabs.timeline")],
          ["opportunities", t("cardTabs.opportunities")],
          ["purchases", t("cardTabs.purchases")],
        ]}
        value={part}
        onChange={setPart}
      />
      <Box role="tabpanel" id="card-panel" aria-labelledby={tabId(part)}>
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
