import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { doneCommands } from "../../ui/undo-request.ts";
import { useSession } from "../../ui/session.ts";
import type { BackupState } from "./backup-session.ts";
import { SentFacts } from "./sent-facts.tsx";

/** How a restore ended, and the way back. */
export function RestoreResult(props: {
  state: Extract<BackupState, { step: "restored" }>;
  onDone(): void;
}) {
  const { t } = useTranslation();
  const { restored, command, after } = props.state;
  const { end, made, sent } = restored;
  const isConnected = useSession().owner.role !== undefined;
  const list = doneCommands();
  const isDone = useSyncExternalStore(
    list.subscribe,
    () => command !== null && list.isDone(command),
  );
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Alert
        role="status"
        severity={end === "complete" ? "success" : "warning"}
        variant="outlined"
      >
        <AlertTitle>{t(`backup.end.${end}`)}</AlertTitle>
        {t("backup.made", { count: made })}
      </Alert>
      {isConnected && sent > 0 && <SentFacts after={after} sent={sent} />}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        <Button variant="contained" autoFocus onClick={props.onDone}>
          {t("backup.done")}
        </Button>
        {isDone && command !== null && (
          <Button
            variant="outlined"
            color="inherit"
            onClick={() => list.undo(command)}
          >
            {t("backup.undo")}
          </Button>
        )}
      </Box>
    </Box>
  );
}
