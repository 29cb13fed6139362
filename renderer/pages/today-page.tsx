import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { createLink, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, type ReactNode } from "react";
import { LastOpened } from "../features/contacts/last-opened.tsx";
import { NewContactMenu } from "../features/contacts/new-contact-menu.tsx";
import { useIsEmpty } from "../features/contacts/use-is-empty.ts";
import { useSettings } from "../features/settings/settings-context.ts";
import { SamplesStrip } from "../features/samples/samples-strip.tsx";
import { FirstSteps } from "../features/setup/first-steps.tsx";
import { useSyncStatus } from "../features/sync/sync-context.ts";
import { WaitingSummary } from "../features/sync/waiting-summary.tsx";
import { DraftList } from "../features/today/draft-list.tsx";
import { Greeting, TodayTitle } from "../features/today/greeting.tsx";
import { Welcome } from "../features/today/welcome.tsx";
import { DueTasks } from "../features/visits/due-tasks.tsx";
import { LogVisitButton } from "../features/visits/log-visit-button.tsx";
import { NotWrittenUp } from "../features/visits/not-written-up.tsx";
import { PostponedList } from "../features/visits/postponed-list.tsx";
import type { ContactLink as Linked } from "../ui/lines.tsx";
import { SNUG } from "../ui/narrow.ts";
import { Page } from "../ui/page.tsx";
import { useSession } from "../ui/session.ts";

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

/** What somebody has come for, in the address. */
export interface TodaySearch {
  readonly postponed?: true | undefined;
}

export function readTodaySearch(search: Record<string, unknown>): TodaySearch {
  return search["postponed"] === true ? { postponed: true } : {};
}

/** The first screen after start: what is due, who is missing, what waits, where one was. */
export function TodayPage() {
  const navigate = useNavigate();
  const { postponed = false } = useSearch({ from: "/today" });
  const reached = useCallback(
    () => void navigate({ to: "/today", search: {}, replace: true }),
    [navigate],
  );
  // Null: which of the two pages it is nobody knows yet.
  const empty = useIsEmpty();
  const { settings, change } = useSettings();
  const { alone } = useSession();
  const goImport = () => void navigate({ to: "/import" });
  const connected = useSyncStatus().kind !== "not-connected";
  return (
    <Page
      wide
      title={<TodayTitle />}
      actions={
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, pt: 0.5 }}>
          {empty === false && <LogVisitButton />}
          <NewContactMenu />
        </Box>
      }
    >
      <SamplesStrip />
      <FirstSteps
        connected={connected}
        hidden={settings.hideFirstSteps === true}
        onImport={goImport}
        onHide={() => void change({ hideFirstSteps: true })}
      />
      {empty === null ? null : empty ? (
        <>
          {settings.hideFirstSteps === true && (
            <Welcome connected={connected} onImport={goImport} />
          )}
          <DraftList />
          {connected && <WaitingSummary />}
        </>
      ) : (
        <>
          <Greeting />
          <Box
            sx={{
              display: "grid",
              gridTemplateColumns: "minmax(0, 1.65fr) minmax(0, 1fr)",
              alignItems: "start",
              gap: 2.5,
              [SNUG]: { gridTemplateColumns: "minmax(0, 1fr)" },
            }}
          >
            <Column>
              <PostponedList
                link={link}
                wanted={postponed}
                onReached={reached}
              />
              <DueTasks link={link} />
              <NotWrittenUp link={link} />
            </Column>
            <Column>
              <DraftList />
              {!alone && <WaitingSummary />}
              <LastOpened link={link} />
            </Column>
          </Box>
        </>
      )}
    </Page>
  );
}

function Column({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2.5 }}>
      {children}
    </Box>
  );
}
