import EventRounded from "@mui/icons-material/EventRounded";
import PersonOutlineRounded from "@mui/icons-material/PersonOutlineRounded";
import SaveOutlined from "@mui/icons-material/SaveOutlined";
import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NextTry } from "../features/sync/next-try.tsx";
import { SyncBadge } from "../features/sync/sync-badge.tsx";
import { formatDay } from "../ui/format.ts";
import { NARROW } from "../ui/narrow.ts";
import { useSession } from "../ui/session.ts";
import { DiskLow } from "./disk-low.tsx";

/** Tells the truth, always: what is safe here, what the office has, what day it is for entry, whose notebook this is. */
export function StatusBar() {
  const { t } = useTranslation();
  const { today, owner } = useSession();
  return (
    <Box
      component="footer"
      aria-label={t("status.bar")}
      sx={{
        height: 30,
        flex: "none",
        display: "flex",
        alignItems: "center",
        gap: 0.5,
        px: 0.75,
        fontSize: 12.5,
        bgcolor: "surface.sunken",
        borderTop: 1,
        borderColor: "divider",
        whiteSpace: "nowrap",
        overflow: "hidden",
        // The sync item and the work date stay; the rest is elsewhere too.
        [NARROW]: { "& .spare": { display: "none" } },
      }}
    >
      <SyncBadge />
      <Box className="spare" sx={{ display: "flex", alignItems: "center" }}>
        <Item icon={<SaveOutlined />} hint={t("status.savedHereHint")}>
          {t("status.savedHere")}
        </Item>
        <NextTry />
      </Box>
      <DiskLow />
      <Box sx={{ flex: 1 }} />
      <Item icon={<EventRounded />} hint={t("status.workDateHint")}>
        {t("status.workDate", { day: formatDay(today) })}
      </Item>
      {owner.name && (
        <Item icon={<PersonOutlineRounded />} hint={t("status.ownerHint")}>
          {owner.salesperson
            ? `${owner.name} (${owner.salesperson})`
            : owner.name}
        </Item>
      )}
    </Box>
  );
}

function Item(props: { icon: ReactNode; hint: string; children: ReactNode }) {
  return (
    <Tooltip title={props.hint}>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 0.75,
          px: 1,
          color: "text.secondary",
          "& svg": { fontSize: 15 },
        }}
      >
        {props.icon}
        {props.children}
      </Box>
    </Tooltip>
  );
}
