import CloudDoneOutlined from "@mui/icons-material/CloudDoneOutlined";
import ScheduleSendRounded from "@mui/icons-material/ScheduleSendRounded";
import SaveOutlined from "@mui/icons-material/SaveOutlined";
import ErrorOutlineRounded from "@mui/icons-material/ErrorOutlineRounded";
import Box from "@mui/material/Box";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { DocumentMarks } from "../../local-store/store.ts";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/**
 * "Saved here 14:02 - waiting to be sent", then "Sent 14:03": from the outbox and the document's own marks. Where no server
 * has ever been, saved is all that there is to say.
 */
export function SaveLine(props: { id: string; marks: DocumentMarks | null }) {
  const { t } = useTranslation();
  const { now, alone } = useSession();
  const savedAt = useSavedAt(props.id);
  const pending = savedAt !== null;
  const [sentAt, setSentAt] = useState<number | null>(null);
  const before = useRef(pending);
  useEffect(() => {
    if (before.current && !pending) setSentAt(now());
    before.current = pending;
  }, [pending, now]);
  const refused = useIsRefused(props.id);
  if (props.marks === null) return null;
  const Icon =
    pending && alone
      ? SaveOutlined
      : pending
        ? ScheduleSendRounded
        : refused
          ? ErrorOutlineRounded
          : CloudDoneOutlined;
  return (
    <Box
      role="status"
      sx={{
        display: "inline-flex",
        alignItems: "center",
        gap: 0.5,
        fontSize: 12.5,
        color: "text.secondary",
        fontVariantNumeric: "tabular-nums",
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 15 }} />
      {pending
        ? t(alone ? "save.here" : "save.waitingSince", {
            time: formatMoment(savedAt, now()),
          })
        : refused
          ? t("save.refused")
          : sentAt === null
            ? t("save.sent")
            : t("save.sentAt", { time: formatMoment(sentAt, now()) })}
    </Box>
  );
}

/** When this contact was last saved with something still unsent; null when everything of it is sent. */
function useSavedAt(id: string): number | null {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, () => {
    const entry = [
      ...pending.pendingEntries(),
      ...pending.heldEntries(),
    ].findLast(({ ops }) =>
      ops.some((op) => op.c === "contacts" && op.id === id),
    );
    return entry?.at ?? null;
  });
}

/** The server refused something of this contact and nobody has dealt with it: then "sent" would be a lie. */
function useIsRefused(id: string): boolean {
  const { pending } = useLocalStore();
  return useSyncExternalStore(pending.subscribe, () =>
    pending
      .refusedEntries()
      .some(({ ops }) => ops.some((op) => op.c === "contacts" && op.id === id)),
  );
}
