import CloudDoneOutlined from "@mui/icons-material/CloudDoneOutlined";
import ScheduleSendRounded from "@mui/icons-material/ScheduleSendRounded";
import Box from "@mui/material/Box";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentMarks } from "../../local-store/store.ts";
import { formatTime } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** "Saved here 14:02 - waiting to be sent", then "Sent 14:03": from the document's own marks. */
export function SaveLine(props: { marks: DocumentMarks | null }) {
  const { t } = useTranslation();
  const { now } = useSession();
  const pending = props.marks?.pending ?? false;
  const [since, setSince] = useState<number | null>(null);
  const before = useRef(pending);
  useEffect(() => {
    if (before.current !== pending) setSince(now());
    before.current = pending;
  }, [pending, now]);
  if (props.marks === null) return null;
  const Icon = pending ? ScheduleSendRounded : CloudDoneOutlined;
  const time = since === null ? null : formatTime(since);
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
        ? time === null
          ? t("save.waiting")
          : t("save.waitingSince", { time })
        : time === null
          ? t("save.sent")
          : t("save.sentAt", { time })}
    </Box>
  );
}
