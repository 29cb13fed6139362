import Box from "@mui/material/Box";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { ErasureState } from "../../../shared/ipc/erasures.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { ErasureStrip } from "./erasure-strip.tsx";

/** PRV-5: whether this device's own files still hold something of those who were erased, and what was found in the end. */
export function ErasedHere() {
  const { t } = useTranslation();
  const { erasing } = useLocalStore();
  const { now } = useSession();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const state = useSyncExternalStore(erasing.subscribe, erasing.state);
  const last = state.done.at(-1);
  const waits = state.waiting.length > 0 || last === undefined;
  if (state.waiting.length === 0 && last === undefined) return null;

  async function clean(): Promise<void> {
    setBusy(true);
    const begun = await erasing.rebuild().catch(() => false);
    // Otherwise the page is being loaded again.
    if (begun) return;
    setBusy(false);
    notify({ text: t("erase.hereLater") });
  }
  return (
    <Box sx={{ mt: 1 }}>
      <ErasureStrip
        text={
          waits
            ? t(state.rebuilt ? "erase.hereLooking" : "erase.hereWaits")
            : reportOf(last, now())
                .map((text) => t(...text))
                .join(" ")
        }
        action={
          waits && !state.rebuilt
            ? {
                word: t("erase.hereNow"),
                disabled: busy,
                run: () => void clean(),
              }
            : null
        }
      />
    </Box>
  );
}

function reportOf(
  {
    at,
    contacts,
    searched,
    mentions,
    leftovers,
    blind,
  }: ErasureState["done"][number],
  now: number,
) {
  const moment = formatMoment(at, now);
  const counts = { moment, count: searched, mentions };
  const unknown = ["erase.hereBlind", { moment, count: blind }] as const;
  const found =
    leftovers > 0
      ? (["erase.hereLeft", { moment, count: leftovers }] as const)
      : mentions > 0
        ? (["erase.hereMentions", counts] as const)
        : (["erase.hereClean", counts] as const);
  if (blind === 0) return [found];
  return blind < contacts.length ? [found, unknown] : [unknown];
}
