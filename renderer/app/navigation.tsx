import AutoStoriesRounded from "@mui/icons-material/AutoStoriesRounded";
import CheckCircleOutlineRounded from "@mui/icons-material/CheckCircleOutlineRounded";
import CloudSyncOutlined from "@mui/icons-material/CloudSyncOutlined";
import DateRangeOutlined from "@mui/icons-material/DateRangeOutlined";
import ContentCopyRounded from "@mui/icons-material/ContentCopyRounded";
import FileDownloadOutlined from "@mui/icons-material/FileDownloadOutlined";
import GroupsOutlined from "@mui/icons-material/GroupsOutlined";
import SearchRounded from "@mui/icons-material/SearchRounded";
import TodayOutlined from "@mui/icons-material/TodayOutlined";
import TrendingUpRounded from "@mui/icons-material/TrendingUpRounded";
import TuneRounded from "@mui/icons-material/TuneRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { createLink, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useConflictCount } from "../features/sync/use-open-conflicts.ts";
import { useImportPart } from "../features/import/use-import-part.ts";
import { formatCount } from "../ui/format.ts";
import { useCommands } from "../ui/commands.ts";
import { Kbd } from "../ui/kbd.tsx";
import { SNUG } from "../ui/narrow.ts";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { useLastContacts, type ContactsAddress } from "./use-last-contacts.ts";

const LinkButton = createLink(ButtonBase);

/** In the order of the product; an entry comes with the commit in which its screen works. */
const entries = [
  { to: "/today", label: "nav.today", icon: TodayOutlined },
  { to: "/contacts", label: "nav.contacts", icon: GroupsOutlined },
  { to: "/week", label: "nav.week", icon: DateRangeOutlined },
  { to: "/tasks", label: "nav.tasks", icon: CheckCircleOutlineRounded },
  {
    to: "/opportunities",
    label: "nav.opportunities",
    icon: TrendingUpRounded,
  },
  { to: "/duplicates", label: "nav.duplicates", icon: ContentCopyRounded },
  { to: "/import", label: "nav.import", icon: FileDownloadOutlined },
  { to: "/sync", label: "nav.sync", icon: CloudSyncOutlined },
  { to: "/settings", label: "nav.settings", icon: TuneRounded },
] as const;

/** Pages that are reached from another one, and belong to it. */
const WITHIN: Readonly<Record<string, string>> = {
  "/backup": "/settings",
  "/trash": "/contacts",
};

function isWithin(path: string, entry: string): boolean {
  return path.startsWith(entry) || WITHIN[path] === entry;
}

export function Navigation() {
  const { t } = useTranslation();
  const commands = useCommands();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const lastContacts = useLastContacts();
  const conflicts = useConflictCount();
  const importing = useImportPart(path.startsWith("/import"));
  return (
    <Box
      component="nav"
      aria-label={t("nav.main")}
      sx={{
        width: 202,
        flex: "none",
        display: "flex",
        flexDirection: "column",
        p: 1.25,
        gap: 0.25,
        bgcolor: "surface.sunken",
        borderRight: 1,
        borderColor: "divider",
        [SNUG]: { width: 112, p: 0.75 },
      }}
    >
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1,
          px: 1,
          pt: 0.75,
          pb: 2,
          [SNUG]: { px: 0.25, gap: 0.5 },
        }}
      >
        <AutoStoriesRounded
          aria-hidden
          sx={{ fontSize: 20, color: "primary.main" }}
        />
        <Typography
          sx={{ fontSize: 16, fontWeight: 700, letterSpacing: "-0.02em" }}
        >
          Carnet
        </Typography>
      </Box>
      <ButtonBase
        aria-keyshortcuts="Control+K Meta+K"
        onClick={commands.palette}
        sx={{
          justifyContent: "flex-start",
          gap: 1,
          height: 34,
          px: 1,
          mb: 1,
          borderRadius: 1,
          border: 1,
          borderColor: "surface.outline",
          bgcolor: "background.paper",
          fontSize: 13,
          color: "text.secondary",
          "&:hover": { bgcolor: "surface.hover" },
          [SNUG]: { justifyContent: "center", px: 0 },
        }}
      >
        <SearchRounded aria-hidden sx={{ fontSize: 18 }} />
        <Box
          component="span"
          sx={{
            flex: 1,
            textAlign: "left",
            whiteSpace: "nowrap",
            overflow: "hidden",
            textOverflow: "ellipsis",
            [SNUG]: visuallyHidden,
          }}
        >
          {t("palette.open")}
        </Box>
        <Box component="span" sx={{ [SNUG]: { display: "none" } }}>
          <Kbd>{t("key.palette")}</Kbd>
        </Box>
      </ButtonBase>
      {entries.map((entry) => {
        const current = isWithin(path, entry.to);
        return (
          <LinkButton
            key={entry.to}
            {...(entry.to === "/contacts"
              ? listOrLast(path, lastContacts.current)
              : { to: entry.to })}
            aria-current={current ? "page" : undefined}
            sx={{
              position: "relative",
              justifyContent: "flex-start",
              gap: 1,
              height: 34,
              px: 1,
              borderRadius: 1,
              fontSize: 14,
              fontWeight: current ? 600 : 500,
              color: current ? "primary.main" : "text.primary",
              bgcolor: current ? "background.paper" : undefined,
              boxShadow: current
                ? "0 0 0 1px var(--mui-palette-divider)"
                : undefined,
              "&:hover": current ? {} : { bgcolor: "surface.hover" },
              [SNUG]: {
                flexDirection: "column",
                justifyContent: "center",
                gap: 0.25,
                height: 52,
                px: 0,
                fontSize: 11,
                letterSpacing: 0,
              },
            }}
          >
            <entry.icon
              aria-hidden
              sx={{
                fontSize: 19,
                color: current ? "primary.main" : "text.secondary",
              }}
            />
            {t(entry.label)}
            {entry.to === "/import" && importing && (
              <Count
                tone="primary"
                count={importing.shown}
                spoken={importing.spoken}
              />
            )}
            {entry.to === "/sync" && conflicts > 0 && (
              <Count
                count={formatCount(conflicts)}
                spoken={t("nav.conflicts", { count: conflicts })}
              />
            )}
          </LinkButton>
        );
      })}
    </Box>
  );
}

/** One comes back to the filter and the card that one left; from the card to the list. */
function listOrLast(path: string, last: ContactsAddress): ContactsAddress {
  return path.startsWith("/contacts")
    ? { to: "/contacts", params: {}, search: last.search }
    : last;
}

/** How much there is behind an entry: a figure for the eye, words for the ear. */
function Count(props: { count: string; spoken: string; tone?: "primary" }) {
  const tone = props.tone ?? "warning";
  return (
    <>
      <Box
        aria-hidden
        title={props.spoken}
        sx={{
          ml: "auto",
          minWidth: 20,
          px: 0.5,
          borderRadius: 10,
          fontSize: 11.5,
          fontWeight: 650,
          lineHeight: "20px",
          textAlign: "center",
          letterSpacing: 0,
          color: `${tone}.main`,
          bgcolor: `soft.${tone}`,
          [SNUG]: { position: "absolute", top: 3, right: 14 },
        }}
      >
        {props.count}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {props.spoken}
      </Box>
    </>
  );
}
