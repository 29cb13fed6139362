import { mapLink } from "../../shared/domain/map-link.ts";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { localDay } from "../../shared/core/calendar.ts";
import type { Connection } from "../../shared/ipc/server.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import type { SettingsAccess } from "../features/settings/settings-context.ts";
import { bridge } from "../platform/bridge.ts";
import type { Session } from "../ui/session.ts";
import type { AppParts } from "./notebook.ts";
import type { Stage } from "./use-opening.ts";
import { useVault } from "./use-vault.ts";

export interface Device {
  readonly access: SettingsAccess;
  readonly session: Session;
}

/** Settings, connection and the day, as state; a change is written by the main process and counts at once. */
export function useDevice(parts: AppParts, stage: Stage): Device {
  const { i18n } = useTranslation();
  const [settings, setSettings] = useState(parts.settings);
  const [heard, setHeard] = useState<Connection | undefined>();
  const machineDay = useMachineDay();
  const notebook = stage.kind === "open" ? stage.notebook : null;
  // An event is always newer than what was known at the opening.
  const connection =
    heard === undefined ? (notebook?.connection ?? null) : heard;
  const vault = useVault(parts, stage);
  const { protectedBy } = vault;

  useEffect(() => bridge.on("server/connection", setHeard), []);
  useEffect(() => {
    document.documentElement.lang = settings.language;
    void i18n.changeLanguage(settings.language);
  }, [i18n, settings.language]);

  const change = useCallback(
    async (patch: Partial<LocalSettings>) => {
      // Shown at once; taken back if the disk refuses.
      const before = settings;
      setSettings({ ...before, ...patch });
      try {
        const written = await bridge.invoke("settings/write", patch);
        setSettings(written);
        notebook?.configure(written);
        return true;
      } catch {
        setSettings(before);
        return false;
      }
    },
    [notebook, settings],
  );
  const access = useMemo<SettingsAccess>(
    () => ({
      settings,
      connection,
      info: parts.info,
      protectedBy,
      vault,
      change,
      disconnect: () =>
        bridge.invoke("server/disconnect", undefined).then(
          () => true,
          () => false,
        ),
      listDevices: (everyone) =>
        bridge.invoke("devices/list", { everyone }).catch(() => null),
      revokeDevice: (id, wipe) =>
        bridge.invoke("devices/revoke", { id, wipe }).then(
          ({ status }) => status === "ok",
          () => false,
        ),
      diagnostics: parts.diagnostics,
      openLogs: () => void bridge.invoke("app/open-logs", undefined),
      syncNow: () => notebook?.sync.syncNow(),
    }),
    [settings, connection, parts, protectedBy, vault, change, notebook],
  );
  const session = useMemo<Session>(() => {
    const user = connection?.user;
    return {
      language: settings.language,
      today: settings.workDate ?? machineDay,
      owner: user
        ? {
            userId: user.id,
            deviceId: connection.deviceId,
            name: user.name,
            role: user.role,
            ...(user.salesperson === undefined
              ? {}
              : { salesperson: user.salesperson }),
          }
        : {},
      alone: false,
      userName: parts.info.userName,
      now: () => Date.now(),
      newId: parts.newId,
      takeNumber: parts.takeNumber,
      mapLink: (place) => mapLink(place, settings.maps ?? "openstreetmap"),
      openOutside: async (url) =>
        (await bridge.invoke("shell/open", { url })).opened,
    };
  }, [settings, connection, machineDay, parts]);
  return { access, session };
}

/** Midnight comes while the app is open. */
function useMachineDay(): string {
  const [day, setDay] = useState(() => localDay(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setDay(localDay(new Date())), 30_000);
    return () => clearInterval(timer);
  }, []);
  return day;
}
