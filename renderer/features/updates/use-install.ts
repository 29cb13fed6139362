import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../ui/notices.tsx";
import { useUpdates } from "./updates-context.ts";

/** Installs what is ready; says why when nothing happens. */
export function useInstall(): {
  readonly busy: boolean;
  readonly install: () => void;
} {
  const { t } = useTranslation();
  const notify = useNotify();
  const updates = useUpdates();
  const [busy, setBusy] = useState(false);
  async function run(): Promise<void> {
    setBusy(true);
    const status = await updates.install().catch(() => "not-ready" as const);
    // Begun: the window is closing.
    if (status === "begun") return;
    setBusy(false);
    notify({ text: t(`updates.refused.${status}`) });
  }
  return { busy, install: () => void run() };
}
