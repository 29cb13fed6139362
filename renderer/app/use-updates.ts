import { useEffect, useMemo, useState } from "react";
import type { UpdateCopy, UpdateState } from "../../shared/ipc/updates.ts";
import type { SettingsAccess } from "../features/settings/settings-context.ts";
import type { UpdatesAccess } from "../features/updates/updates-context.ts";
import { bridge } from "../platform/bridge.ts";
import { isDiskFull } from "../ui/store-trouble.ts";

/** Newer versions as the main process tells of them; `prepare` keeps what is typed and makes a snapshot. */
export function useUpdatesAccess(
  { settings, change }: Pick<SettingsAccess, "settings" | "change">,
  prepare: () => Promise<UpdateCopy>,
): UpdatesAccess {
  const [state, setState] = useState<UpdateState>({
    kind: "off",
    reason: "unsupported",
  });
  useEffect(() => bridge.on("updates/state", setState), []);
  return useMemo(
    () => ({
      state,
      settings,
      check: () => void bridge.invoke("updates/check", undefined),
      async install() {
        const copy = await prepare().catch(whyNoCopy);
        if (copy === "disk-full" || copy === "no-snapshot") return copy;
        return (await bridge.invoke("updates/install", { copy })).status;
      },
      change: (changed) => void change(changed),
    }),
    [state, settings, change, prepare],
  );
}

function whyNoCopy(error: unknown): "disk-full" | "no-snapshot" {
  return isDiskFull(String(error)) ? "disk-full" : "no-snapshot";
}
