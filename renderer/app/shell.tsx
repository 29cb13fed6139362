import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { UpdateStrip } from "../features/updates/update-strip.tsx";
import { CommandHost } from "./command-host.tsx";
import { keepFocus } from "./keep-focus.ts";
import { Navigation } from "./navigation.tsx";
import { PaneBoundary } from "./pane-boundary.tsx";
import { StatusBar } from "./status-bar.tsx";
import { useFocusMain } from "./use-focus-main.ts";

/** Navigation on the left, the page, the status bar below; dialogs that can be opened from anywhere live here. */
export function Shell() {
  const { t } = useTranslation();
  useFocusMain();
  useEffect(keepFocus, []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <CommandHost>
      <Box sx={{ height: "100%", display: "flex", flexDirection: "column" }}>
        <Link
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById("main")?.focus();
          }}
          sx={{
            position: "absolute",
            left: 8,
            top: -60,
            zIndex: "tooltip",
            p: 1,
            borderRadius: 1,
            bgcolor: "background.paper",
            "&:focus": { top: 8 },
          }}
        >
          {t("nav.skip")}
        </Link>
        <UpdateStrip />
        <Box sx={{ flex: 1, minHeight: 0, display: "flex" }}>
          <Navigation />
          <Box
            component="main"
            id="main"
            tabIndex={-1}
            sx={{ flex: 1, minWidth: 0, display: "flex", outline: "none" }}
          >
            <PaneBoundary resetKey={path}>
              <Outlet />
            </PaneBoundary>
          </Box>
        </Box>
        <StatusBar />
      </Box>
    </CommandHost>
  );
}
