import Box from "@mui/material/Box";
import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import { Facts } from "../../ui/facts.tsx";
import { formatCount } from "../../ui/format.ts";
import { countTaken } from "./restored-count.ts";

const SHOWN = ["taken", "waiting", "aside", "refused"] as const;
const ONLY_IF_ANY: readonly string[] = ["aside", "refused"];

/**
 * What the server has taken of a restore, what is still to be sent, what the person has set aside and what the server has
 * refused; kept current.
 */
export function SentFacts(props: { after: number; sent: number }) {
  const { t } = useTranslation();
  const { pending: entries } = useLocalStore();
  const { after, sent } = props;
  const { subscribe } = entries;
  const pending = useSyncExternalStore(subscribe, entries.pendingEntries);
  const refused = useSyncExternalStore(subscribe, entries.refusedEntries);
  const held = useSyncExternalStore(subscribe, entries.heldEntries);
  const discarded = useSyncExternalStore(subscribe, entries.discardedEntries);
  const count = useMemo(() => {
    const aside = [...held, ...discarded];
    return countTaken({ pending, refused, aside }, after, sent);
  }, [pending, refused, held, discarded, after, sent]);
  const shown = SHOWN.filter(
    (what) => !ONLY_IF_ANY.includes(what) || count[what] > 0,
  );
  return (
    <Box role="status">
      <Facts
        facts={shown.map((what) => ({
          name: t(`backup.${what}`),
          value: formatCount(count[what]),
        }))}
      />
    </Box>
  );
}
