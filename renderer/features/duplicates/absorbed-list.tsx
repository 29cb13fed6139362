import CallSplitRounded from "@mui/icons-material/CallSplitRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { absorbedIn } from "../../local-store/merge-in-store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useMayMerge } from "./use-may-merge.ts";
import { useMerge } from "./use-merge.ts";

/** On a card: what was merged into it, and the way back, at any time. */
export function AbsorbedList({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { split } = useMerge();
  const may = useMayMerge();
  const live = useLive({
    key: `absorbed/${contact.id}`,
    collections: ["contacts"],
    read: (store) => absorbedIn({ store, list }, contact.id),
  });
  const absorbed = live.status === "ready" ? live.value : [];
  if (absorbed.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t("double.absorbed")}
      sx={{ listStyle: "none", m: 0, p: 0 }}
    >
      {absorbed.map((one) => (
        <Box
          component="li"
          key={one.id}
          sx={{
            display: "flex",
            alignItems: "center",
            flexWrap: "wrap",
            gap: 1,
            fontSize: 13,
            color: "text.secondary",
            "& > svg": { fontSize: 16 },
          }}
        >
          <CallSplitRounded aria-hidden />
          <Box component="span" sx={{ flex: "0 1 auto" }}>
            {t("double.absorbedOne", {
              name: [one.name, one.no].filter(Boolean).join(", "),
            })}
          </Box>
          {may && (
            <Button
              size="small"
              aria-label={t("double.splitOf", { name: one.name })}
              onClick={() => void split(contact, one)}
            >
              {t("double.doSplit")}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}
