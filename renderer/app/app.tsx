import { RouterProvider } from "@tanstack/react-router";
import { useMemo, useState, type ReactNode } from "react";
import {
  ConnectContext,
  type Connecting,
} from "../features/connect/use-connect.ts";
import {
  SettingsContext,
  type SettingsAccess,
} from "../features/settings/settings-context.ts";
import {
  createHistorySource,
  HistoryContext,
} from "../features/sync/history-source.ts";
import { SyncContext } from "../features/sync/sync-context.ts";
import { UpdatesContext } from "../features/updates/updates-context.ts";
import { bridge } from "../platform/bridge.ts";
import { NoticesProvider } from "../ui/notices.tsx";
import { SessionContext } from "../ui/session.ts";
import { Look } from "./look.tsx";
import type { AppParts, Notebook } from "./notebook.ts";
import { Opening } from "./opening.tsx";
import { OwnSession } from "./own-session.tsx";
import { createAppRouter } from "./routes.tsx";
import { useDevice } from "./use-device.ts";
import { useOpening } from "./use-opening.ts";
import { useUpdatesAccess } from "./use-updates.ts";

/** From the closed vault to the open notebook; what is around both is the look and the words. */
export function App({ parts }: { parts: AppParts }) {
  const opening = useOpening(parts);
  const notebook =
    opening.stage.kind === "open" ? opening.stage.notebook : null;
  const { access, session } = useDevice(parts, opening.stage);
  return (
    <Look
      mode={access.settings.theme}
      highContrast={access.settings.highContrast}
    >
      <SessionContext value={session}>
        <SettingsContext value={access}>
          {notebook ? (
            <OpenNotebook
              notebook={notebook}
              access={access}
              deviceName={parts.info.hostName}
              firstRun={
                access.connection === null && !access.settings.connectLater
              }
            />
          ) : (
            <Closed access={access}>
              <Opening
                controls={opening}
                folder={parts.info.userDataDir}
                diagnostics={parts.diagnostics}
              />
            </Closed>
          )}
        </SettingsContext>
      </SessionContext>
    </Look>
  );
}

/** Before the notebook is open nothing of it is touched: there is nothing to copy before an update. */
const NOTHING_OPEN = async () => "none-needed" as const;

function Closed(props: { access: SettingsAccess; children: ReactNode }) {
  const updates = useUpdatesAccess(props.access, NOTHING_OPEN);
  return (
    <UpdatesContext value={updates}>
      <NoticesProvider>{props.children}</NoticesProvider>
    </UpdatesContext>
  );
}

function OpenNotebook(props: {
  notebook: Notebook;
  access: SettingsAccess;
  deviceName: string;
  firstRun: boolean;
}) {
  const { notebook, deviceName } = props;
  const connecting = useMemo<Connecting>(
    () => ({
      deviceName,
      connect: (request) => bridge.invoke("server/connect", request),
    }),
    [deviceName],
  );
  const updates = useUpdatesAccess(props.access, notebook.prepareToReplace);
  const [history] = useState(() =>
    createHistorySource((record) => bridge.invoke("server/history", record)),
  );
  const [router] = useState(() => {
    if (props.firstRun && location.hash === "") location.hash = "#/connect";
    return createAppRouter();
  });
  return notebook.surround(
    <SyncContext value={notebook.sync}>
      <HistoryContext value={history}>
        <ConnectContext value={connecting}>
          <UpdatesContext value={updates}>
            <NoticesProvider>
              <OwnSession>
                <RouterProvider router={router} />
              </OwnSession>
            </NoticesProvider>
          </UpdatesContext>
        </ConnectContext>
      </HistoryContext>
    </SyncContext>,
  );
}
