import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider, useColorScheme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useEffect, type ReactNode } from "react";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { theme } from "./theme.ts";

/** Theme and base styles; also for what is shown before the notebook is open. */
export function Look(props: {
  mode: LocalSettings["theme"];
  /** Undefined: as the system has it. */
  highContrast?: boolean | undefined;
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
      <Mode mode={props.mode} highContrast={props.highContrast} />
      {props.children}
    </ThemeProvider>
  );
}

function Mode(props: {
  mode: LocalSettings["theme"];
  highContrast: boolean | undefined;
}) {
  const { mode, highContrast = false } = props;
  const { setMode, setColorScheme } = useColorScheme();
  const wished = useMediaQuery("(prefers-contrast: more)", { noSsr: true });
  const strong = highContrast || wished;
  useEffect(() => setMode(mode), [mode, setMode]);
  useEffect(
    () =>
      setColorScheme(
        strong
          ? { light: "lightContrast", dark: "darkContrast" }
          : { light: "light", dark: "dark" },
      ),
    [strong, setColorScheme],
  );
  return null;
}
