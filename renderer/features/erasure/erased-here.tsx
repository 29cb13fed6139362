import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { ErasureState } from "../../../shared/ipc/erasures.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";

/** PRV-5: whether this device's own files still hold something of those who were erased, and what was found in the end. */
export function ErasedHere() {
  const { t } = useTranslation();
  const { erasing } = useLocalStore();
  const { now } = useSession();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const state = useSyncExternalStore(erasing.subscribe, erasing.state);
  const waits = state.waiting.length > 0;
  const last = state.done.at(-1);
  if (!waits && last === undefined) return null;

  async function clean(): Promise<void> {
    setBusy(true);
    const begun = await erasing.rebuild().catch(() => false);
    // Otherwise the page is being loaded again.
    if (begun) return;
    setBusy(false);
    notify({ text: t("erase.hereLater") });
  }
  return (
    <Box
      role="status"
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        gap: 1,
        mt: 1,
        fontSize: 13.5,
      }}
    >
      <Box component="span" sx={{ flex: "1 1 260px" }}>
        {waits
          ? t(state.rebuilt ? "erase.hereLooking" : "erase.hereWaits")
          : last && t(...reportOf(last, now()))}
      </Box>
      {waits && !state.rebuilt && (
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          onClick={() => void clean()}
        >
          {t("erase.hereNow")}
        </Button>
      )}
    </Box>
  );
}

function reportOf(
  { at, searched, mentions, leftovers }: ErasureState["done"][number],
  now: number,
) {
  const moment = formatMoment(at, now);
  if (leftovers > 0)
    return ["erase.hereLeft", { moment, count: leftovers }] as const;
  const counts = { moment, count: searched, mentions };
  return mentions > 0
    ? (["erase.hereMentions", counts] as const)
    : (["erase.hereClean", counts] as const);
}
