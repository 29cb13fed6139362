import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "./kbd.tsx";
import { isElsewhere, isTyping } from "./use-hotkeys.ts";
import { doneCommands, onUndoRequest } from "./undo-request.ts";

/** A word about what just happened. */
export interface Notice {
  readonly text: string;
  /** Offers to take back what was saved last. */
  readonly undo?: true;
  /** Something that follows from it, beside the Undo. */
  readonly more?: { readonly label: string; readonly run: () => void };
  /** Something else to do about it; an Undo that the list of what was done does not know. */
  readonly action?: {
    readonly label: string;
    readonly run: () => void;
    /** Shown beside the label; Ctrl+Z runs it unless another key is named. */
    readonly shortcut?: string;
  };
}

interface Shown extends Notice {
  readonly key: number;
  /** What `undo` takes back. */
  readonly command: string | null;
}

/** Somebody who works fast wants Undo for the last thing they did, not for the one three steps ago. */
const MAKES_ROOM_MS = 1_500;

type Notify = (notice: Notice) => void;

const NoticesContext = createContext<Notify>(() => {});

export function useNotify(): Notify {
  return useContext(NoticesContext);
}

/** Shows notices one after the other; hovering or focusing one keeps it (MUI pauses its own clock). */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<readonly Shown[]>([]);
  const [open, setOpen] = useState(true);
  const { t } = useTranslation();
  // One that fades out is not opened again by the next.
  const notify = useCallback<Notify>((notice) => {
    const command = notice.undo ? doneCommands().latest() : null;
    setQueue((before) => [
      ...before,
      { ...notice, command, key: (before.at(-1)?.key ?? 0) + 1 },
    ]);
  }, []);
  const next = useCallback(() => {
    setQueue((before) => before.slice(1));
    setOpen(true);
  }, []);
  const shown = queue[0];
  const command = shown?.command ?? null;
  // Taken back meanwhile, by key or from the menu, also while it waited to be shown: there is nothing more to offer.
  useEffect(() => {
    const check = () => {
      if (command !== null && !doneCommands().isDone(command)) setOpen(false);
    };
    check();
    return doneCommands().subscribe(check);
  }, [command]);
  const offer = useMemo(
    () =>
      command === null
        ? shown?.action
        : { label: t("undo"), run: () => void doneCommands().undo(command) },
    [command, shown, t],
  );
  const action = open ? offer : undefined;
  const shortcut = action?.shortcut ?? t("key.undo");
  const run = useCallback(() => {
    action?.run();
    setOpen(false);
  }, [action]);
  // While one types, the key is the text's; what lies behind a dialog rests.
  useEffect(() => {
    // Keys go through the list in its own order.
    if (!action || action.shortcut || command !== null) return undefined;
    return onUndoRequest(() => {
      if (isElsewhere() || isTyping(document.activeElement)) return false;
      run();
      return true;
    });
  }, [action, command, run]);
  const button = useMemo(
    () =>
      action && (
        <Button
          color="inherit"
          size="small"
          aria-keyshortcuts={
            action.shortcut
              ? "Control+Shift+Z Meta+Shift+Z"
              : "Control+Z Meta+Z"
          }
          onClick={run}
        >
          {action.label}
          <Box component="span" sx={{ display: "inline-flex", ml: 0.75 }}>
            <Kbd>{shortcut}</Kbd>
          </Box>
        </Button>
      ),
    [action, run, shortcut],
  );
  return (
    <NoticesContext value={notify}>
      {children}
      {shown && (
        <Snackbar
          key={shown.key}
          open={open}
          message={shown.text}
          action={
            <>
              {open && shown.more && (
                <Button
                  color="inherit"
                  size="small"
                  onClick={() => {
                    shown.more?.run();
                    setOpen(false);
                  }}
                >
                  {shown.more.label}
                </Button>
              )}
              {button}
            </>
          }
          autoHideDuration={
            queue.length > 1 ? MAKES_ROOM_MS : action ? 10_000 : 4_000
          }
          onClose={(_, reason) => {
            if (reason !== "clickaway") setOpen(false);
          }}
          slotProps={{ transition: { onExited: next } }}
          anchorOrigin={{ vertical: "bottom", horizontal: "center" }}
          sx={{ mb: 4 }}
        />
      )}
    </NoticesContext>
  );
}
