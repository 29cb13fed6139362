import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider, useColorScheme } from "@mui/material/styles";
import { useEffect, type ReactNode } from "react";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { theme } from "./theme.ts";

/** Theme and base styles; also for what is shown before the notebook is open. */
export function Look(props: {
  mode: LocalSettings["theme"];
  children: ReactNode;
}) {
  return (
    <ThemeProvider
      theme={theme}
      defaultMode={props.mode}
      storageManager={null}
      noSsr
    >
      <CssBaseline enableColorScheme />
      <Mode mode={props.mode} />
      {props.children}
    </ThemeProvider>
  );
}

function Mode({ mode }: { mode: LocalSettings["theme"] }) {
  const { setMode } = useColorScheme();
  useEffect(() => setMode(mode), [mode, setMode]);
  return null;
}
