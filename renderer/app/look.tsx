import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider, useColorScheme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useEffect, useMemo, type ReactNode } from "react";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { strongTheme, theme, within } from "./theme.ts";

/** Theme and base styles; also for what is shown before the notebook is open. */
export function Look(props: {
  mode: LocalSettings["theme"];
  /** Undefined: as the system has it. */
  highContrast?: boolean | undefined;
  /** Of a side window. */
  page?: Document;
  children: ReactNode;
}) {
  const wished = useMediaQuery("(prefers-contrast: more)", { noSsr: true });
  const strong = props.highContrast === true || wished;
  const { page } = props;
  const usual = strong ? strongTheme : theme;
  const drawn = useMemo(
    () => (page ? within(usual, page.body) : usual),
    [usual, page],
  );
  return (
    <ThemeProvider
      theme={drawn}
      {...(page
        ? {
            disableNestedContext: true,
            documentNode: page,
            colorSchemeNode: page.documentElement,
          }
        : {})}
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
