import SyncRounded from "@mui/icons-material/SyncRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { formatMoment } from "../../ui/format.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { useNow } from "../../ui/use-now.ts";
import { StatusIcon } from "./status-icon.tsx";
import { statusWords } from "./status-words.ts";
import { useSyncControls, useSyncStatus } from "./sync-context.ts";

/** How things stand, in words, with what one can do about it. */
export function SyncState(props: {
  workOffline: boolean;
  onWorkOffline(on: boolean): void;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const { syncNow } = useSyncControls();
  const status = useSyncStatus();
  const now = useNow(1000);
  const alone = status.kind === "not-connected";
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.25 }}>
        <StatusIcon kind={status.kind} size={26} />
        <Typography variant="h2" component="p" sx={{ fontSize: 18 }}>
          {statusWords(status, t, now)}
        </Typography>
      </Box>
      {alone ? (
        <Typography color="textSecondary">
          {t("syncPage.notConnectedText")}
        </Typography>
      ) : (
        <Facts>
          <Fact label={t("syncPage.lastSuccess")}>
            {status.lastSuccess === null
              ? t("syncPage.never")
              : formatMoment(status.lastSuccess, now)}
          </Fact>
          <Fact label={t("syncPage.nextTry")}>
            {status.nextTry === null
              ? t("syncPage.none")
              : t("syncPage.inTime", {
                  time: formatMoment(status.nextTry, now),
                  left: countdown(status.nextTry - now),
                })}
          </Fact>
          <Fact label={t("syncPage.server")}>{status.server}</Fact>
        </Facts>
      )}
      {status.problem && (
        <Typography role="alert" sx={{ color: "warning.main" }}>
          {t("syncPage.problem", {
            message: status.problem.message || status.problem.code,
          })}
        </Typography>
      )}
      <Box
        sx={{ display: "flex", alignItems: "center", gap: 3, flexWrap: "wrap" }}
      >
        {alone ? (
          <Button variant="contained" onClick={commands.connect}>
            {t("connect.open")}
          </Button>
        ) : (
          <>
            <Button
              variant="contained"
              startIcon={<SyncRounded />}
              endIcon={<Kbd>F5</Kbd>}
              aria-keyshortcuts="F5"
              onClick={syncNow}
              disabled={props.workOffline}
            >
              {t("syncPage.now")}
            </Button>
            <Box>
              <FormControlLabel
                control={
                  <Switch
                    checked={props.workOffline}
                    onChange={(_, on) => props.onWorkOffline(on)}
                    slotProps={{
                      input: { "aria-describedby": "work-offline-hint" },
                    }}
                  />
                }
                label={t("syncPage.workOffline")}
              />
              <Typography
                id="work-offline-hint"
                variant="caption"
                component="p"
                color="textSecondary"
              >
                {t("syncPage.workOfflineHint")}
              </Typography>
            </Box>
          </>
        )}
      </Box>
    </Box>
  );
}

function Facts({ children }: { children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: "flex", flexWrap: "wrap", columnGap: 5, rowGap: 1 }}
    >
      {children}
    </Box>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <Typography variant="caption" component="dt" color="textSecondary">
        {props.label}
      </Typography>
      <Box component="dd" sx={{ m: 0, fontVariantNumeric: "tabular-nums" }}>
        {props.children}
      </Box>
    </div>
  );
}

/** Milliseconds → `4:05`. */
function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}
