import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useId, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import { Delayed } from "../../ui/delayed.tsx";
import { commandWord } from "./use-undo.ts";

/** How far a long Undo is, with a way to stop it; a short one shows nothing. */
export function UndoProgress() {
  const { undo } = useLocalStore();
  const { t, i18n } = useTranslation();
  const id = useId();
  const { running } = useSyncExternalStore(undo.subscribe, undo.state);
  if (running === null) return null;
  const { command, done, of } = running;
  return (
    <Delayed>
      <Paper
        elevation={6}
        sx={{
          position: "fixed",
          bottom: 56,
          left: "50%",
          transform: "translateX(-50%)",
          zIndex: "snackbar",
          p: 2,
          width: 380,
          maxWidth: "90vw",
        }}
      >
        <Typography id={id} sx={{ mb: 1 }}>
          {t(command.state === "done" ? "undo.running" : "undo.runningAgain", {
            what: commandWord(command, i18n),
          })}
        </Typography>
        <LinearProgress
          variant="determinate"
          aria-labelledby={id}
          value={(100 * done) / Math.max(1, of)}
        />
        <Button size="small" sx={{ mt: 1 }} onClick={() => undo.cancel()}>
          {t("cancel")}
        </Button>
      </Paper>
    </Delayed>
  );
}
