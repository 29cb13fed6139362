import SyncRounded from "@mui/icons-material/SyncRounded";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { Details } from "../../ui/details.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatMoment } from "../../ui/format.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { useNow } from "../../ui/use-now.ts";
import { countdown } from "./countdown.ts";
import { needsNewCode } from "./needs-new-code.ts";
import { problemWords } from "./refused-words.ts";
import { StatusIcon } from "./status-icon.tsx";
import { isRetry, statusWords } from "./status-words.ts";
import { SyncProgress } from "./sync-progress.tsx";
import { useSyncControls, useSyncStatus } from "./sync-context.ts";

/** How things stand, in words, with what one can do about it. */
export function SyncState(props: {
  workOffline: boolean;
  onWorkOffline(on: boolean): void;
  /** Beside the server: where one disconnects. */
  manage: ReactNode;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const status = useSyncStatus();
  if (status.kind === "not-connected") {
    return (
      <Headline
        action={
          <Button variant="contained" onClick={commands.connect}>
            {t("connect.open")}
          </Button>
        }
      >
        <Typography variant="body2" color="textSecondary">
          {t("syncPage.notConnectedText")}
        </Typography>
      </Headline>
    );
  }
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
      <Headline
        action={
          needsNewCode(status) ? (
            <Button variant="contained" onClick={commands.connect}>
              {t("connect.again")}
            </Button>
          ) : (
            <SyncNow disabled={props.workOffline} />
          )
        }
      >
        <Box sx={{ mt: 0.75 }}>
          <StateFacts manage={props.manage} />
        </Box>
      </Headline>
      <SyncProgress onPause={() => props.onWorkOffline(true)} />
      <Problem />
      <Box sx={{ pt: 1.5, borderTop: 1, borderColor: "divider" }}>
        <SettingRow
          labels
          label={t("syncPage.workOffline")}
          hint={t("syncPage.workOfflineHint")}
          control={(ids) => (
            <Switch
              checked={props.workOffline}
              onChange={(_, on) => props.onWorkOffline(on)}
              slotProps={{
                input: {
                  role: "switch",
                  id: ids.control,
                  "aria-describedby": ids.hint,
                },
              }}
            />
          )}
        />
      </Box>
    </Box>
  );
}

/** Icon, the words of the status bar, and the one thing to do about it. */
function Headline(props: { action: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const now = useNow(1000);
  return (
    <Box
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 1.75,
        alignItems: "flex-start",
      }}
    >
      <Box sx={{ flex: "1 1 280px", minWidth: 0, display: "flex", gap: 1.75 }}>
        <Box sx={{ flex: "none", pt: "1px" }}>
          <StatusIcon kind={status.kind} size={26} />
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" component="p" sx={{ fontSize: 18 }}>
            {statusWords(status, t, now)}
          </Typography>
          {props.children}
        </Box>
      </Box>
      <Box sx={{ flex: "none" }}>{props.action}</Box>
    </Box>
  );
}

function SyncNow({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { syncNow } = useSyncControls();
  return (
    <Button
      variant="contained"
      startIcon={<SyncRounded />}
      endIcon={<Kbd>F5</Kbd>}
      aria-keyshortcuts="F5"
      onClick={syncNow}
      disabled={disabled}
      // On the darker button under the pointer a faded key is too faint.
      sx={{ "& kbd": { opacity: 1 } }}
    >
      {t("syncPage.now")}
    </Button>
  );
}

/** Below it nobody would notice. */
const NOTEWORTHY_OFFSET_MS = 120_000;

function StateFacts(props: { manage: ReactNode }) {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const { lastSuccess, nextTry, server, comparedAt, clockOffsetMs } = status;
  const now = useNow(1000);
  const next =
    nextTry === null
      ? t("syncPage.none")
      : nextTry <= now
        ? t("syncPage.soon")
        : t("syncPage.inTime", {
            time: formatMoment(nextTry, now),
            left: countdown(nextTry - now),
          });
  return (
    <Facts
      facts={[
        {
          name: t("syncPage.lastSuccess"),
          value:
            lastSuccess === null
              ? t("syncPage.notYet")
              : formatMoment(lastSuccess, now),
        },
        ...(comparedAt === null
          ? []
          : [
              {
                name: t("syncPage.compared"),
                value: formatMoment(comparedAt, now),
              },
            ]),
        ...(Math.abs(clockOffsetMs) < NOTEWORTHY_OFFSET_MS
          ? []
          : [
              {
                name: t("syncPage.clock"),
                value: t(
                  clockOffsetMs < 0
                    ? "syncPage.clockFast"
                    : "syncPage.clockSlow",
                  { left: countdown(Math.abs(clockOffsetMs)) },
                ),
              },
            ]),
        {
          name: t(isRetry(status) ? "syncPage.nextTry" : "syncPage.nextSync"),
          value: next,
        },
        {
          name: t("syncPage.server"),
          value: (
            <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1.5 }}>
              <span>{server}</span>
              {props.manage}
            </Box>
          ),
        },
      ]}
    />
  );
}

/** Being offline is no error and no alarm (ux.md 5(j)3); what needs a person is. */
function Problem() {
  const { i18n } = useTranslation();
  const { problem, kind } = useSyncStatus();
  if (problem === null) return null;
  const { code, message } = problem;
  const quiet =
    kind === "offline" || kind === "paused" || kind === "asked-to-wait";
  return (
    <Alert
      severity={quiet ? "info" : "warning"}
      role={quiet ? "status" : "alert"}
      sx={{
        bgcolor: quiet ? "surface.sunken" : "soft.warning",
        color: "text.primary",
      }}
    >
      {problemWords(problem, i18n)}
      <Details text={[code, message].filter(Boolean).join(": ")} />
    </Alert>
  );
}
