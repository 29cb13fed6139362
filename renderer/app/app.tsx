import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { ConnectContext } from "../features/connect/use-connect.ts";
import { SettingsContext } from "../features/settings/settings-context.ts";
import { SyncContext } from "../features/sync/sync-context.ts";
import { bridge } from "../platform/bridge.ts";
import { NoticesProvider } from "../ui/notices.tsx";
import { SessionContext } from "../ui/session.ts";
import { Look } from "./look.tsx";
import type { AppParts, Notebook } from "./notebook.ts";
import { Opening } from "./opening.tsx";
import { createAppRouter } from "./routes.tsx";
import { useDevice } from "./use-device.ts";
import { useOpening } from "./use-opening.ts";

const connecting = {
  deviceName: `Carnet ${navigator.platform.split(" ")[0] ?? ""}`.trim(),
  connect: (request: { url: string; code: string; deviceName: string }) =>
    bridge.invoke("server/connect", request),
};

/** From the closed vault to the open notebook; what is around both is the look and the words. */
export function App({ parts }: { parts: AppParts }) {
  const opening = useOpening(parts);
  const notebook =
    opening.stage.kind === "open" ? opening.stage.notebook : null;
  const { access, session } = useDevice(parts, opening.stage);
  return (
    <Look mode={access.settings.theme}>
      <SessionContext value={session}>
        <SettingsContext value={access}>
          {notebook ? (
            <OpenNotebook
              notebook={notebook}
              firstRun={
                access.connection === null && !access.settings.connectLater
              }
            />
          ) : (
            <Opening controls={opening} folder={parts.info.userDataDir} />
          )}
        </SettingsContext>
      </SessionContext>
    </Look>
  );
}

function OpenNotebook(props: { notebook: Notebook; firstRun: boolean }) {
  const { notebook } = props;
  const [router] = useState(() => {
    if (props.firstRun && location.hash === "") location.hash = "#/connect";
    return createAppRouter();
  });
  return notebook.surround(
    <SyncContext value={notebook.sync}>
      <ConnectContext value={connecting}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </ConnectContext>
    </SyncContext>,
  );
}
