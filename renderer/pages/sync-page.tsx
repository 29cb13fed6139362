import Link from "@mui/material/Link";
import { Link as RouterLink } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSettings } from "../features/settings/settings-context.ts";
import { useChangeSetting } from "../features/settings/use-change-setting.ts";
import { AttentionList } from "../features/sync/attention-list.tsx";
import { ConflictInbox } from "../features/sync/conflict-inbox.tsx";
import { DeviceCounts } from "../features/sync/device-counts.tsx";
import { MergedList } from "../features/sync/merged-list.tsx";
import { RefusedFiles } from "../features/sync/refused-files.tsx";
import { SetAside } from "../features/sync/set-aside.tsx";
import { Outbox } from "../features/sync/outbox.tsx";
import { RunList } from "../features/sync/run-list.tsx";
import { SyncState } from "../features/sync/sync-state.tsx";
import { Page, Section } from "../ui/page.tsx";

/** How the office and this device stand to each other, and what waits. */
export function SyncPage() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const change = useChangeSetting();
  return (
    <Page title={t("nav.sync")}>
      <Section id="sync-state" title={t("syncPage.state")}>
        <SyncState
          workOffline={settings.workOffline}
          manage={
            <Link component={RouterLink} to="/settings" sx={{ fontSize: 13 }}>
              {t("syncPage.manage")}
            </Link>
          }
          onWorkOffline={(workOffline) => change({ workOffline })}
        />
      </Section>
      <AttentionList />
      <RefusedFiles />
      <ConflictInbox />
      <Outbox />
      <SetAside />
      <MergedList />
      <Section id="sync-counts" title={t("syncPage.counts")}>
        <DeviceCounts />
      </Section>
      <Section id="sync-runs" title={t("syncPage.runs")}>
        <RunList />
      </Section>
    </Page>
  );
}
