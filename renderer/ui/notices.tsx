import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from "react";

/** A word about what just happened; `action` is usually Undo. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
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
  const [queue, setQueue] = useState<readonly (Notice & { key: number })[]>([]);
  const [open, setOpen] = useState(true);
  const notify = useCallback<Notify>((notice) => {
    setOpen(true);
    setQueue((before) => [
      ...before,
      { ...notice, key: (before.at(-1)?.key ?? 0) + 1 },
    ]);
  }, []);
  const next = useCallback(() => {
    setQueue((before) => before.slice(1));
    setOpen(true);
  }, []);
  const shown = queue[0];
  const action = shown?.action;
  const button = useMemo(
    () =>
      action && (
        <Button
          color="inherit"
          size="small"
          onClick={() => {
            action.run();
            setOpen(false);
          }}
        >
          {action.label}
        </Button>
      ),
    [action],
  );
  return (
    <NoticesContext value={notify}>
      {children}
      {shown && (
        <Snackbar
          key={shown.key}
          open={open}
          message={shown.text}
          action={button}
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
