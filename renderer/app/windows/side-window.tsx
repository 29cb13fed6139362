import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import Box from "@mui/material/Box";
import { useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import type { CommandId, OwnKeys } from "../../../shared/commands/commands.ts";
import type { LocalSettings } from "../../../shared/ipc/settings.ts";
import { WholeCard } from "../../pages/whole-card.tsx";
import { CommandsContext, type Commands } from "../../ui/commands.ts";
import { NoticesProvider } from "../../ui/notices.tsx";
import { OwnWindow } from "../../ui/own-window.ts";
import type { RunCommand } from "../commands/command-runs.ts";
import { drawDialog, type DialogPlace, type OpenDialog } from "../dialogs.tsx";
import { Look } from "../look.tsx";
import type { OpenedWindow } from "./use-side-windows.ts";
import { useSideKeys } from "./use-side-keys.ts";

/** One card in a window of its own, with its dialogs; what leads to another page leads to the first window. */
export function SideWindow(props: {
  of: OpenedWindow;
  commands: Commands;
  run: RunCommand;
  place: Omit<DialogPlace, "close" | "openCard">;
  own: OwnKeys;
  settings: LocalSettings;
  onCompare(ids: readonly string[]): void;
}) {
  const { of, settings, commands, run } = props;
  const { win, contactId } = of;
  const page = win.document;
  const cache = useMemo(
    () =>
      createCache({
        key: "css",
        container: page.head,
        ...nonceOf(document),
      }),
    [page],
  );
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const here = useMemo<Commands>(
    () => ({
      ...commands,
      openContact: toFirst(commands.openContact),
      openAccounts: toFirst(commands.openAccounts),
      openWeek: toFirst(commands.openWeek),
      search: toFirst(commands.search),
      logVisit: (id = contactId, about) =>
        setDialog({ kind: "visit", contactId: id, about }),
      logCall: (id, startedAt, minutes) =>
        setDialog({
          ...{ kind: "visit", contactId: id },
          call: { startedAt, minutes },
        }),
      newTask: (id = contactId, from) =>
        setDialog({ kind: "task", taskId: null, contactId: id, from }),
      openTask: (taskId) =>
        setDialog({ kind: "task", taskId, contactId: "", from: undefined }),
      brief: (id = contactId) => setDialog({ kind: "brief", contactId: id }),
      newOpportunity: (id = contactId, from) =>
        setDialog({ kind: "new-opportunity", contactId: id, from }),
      openOpportunity: (id, move) =>
        setDialog({ kind: "opportunity", id, to: move?.to }),
      openHistory: (target) => setDialog({ kind: "history", target }),
    }),
    [commands, contactId],
  );
  const runHere = (id: CommandId) => {
    if (id === "logVisit") return here.logVisit();
    if (id === "newTask") return here.newTask();
    if (id === "brief") return here.brief();
    if (id !== "undo" && id !== "redo") window.focus();
    return run(id);
  };
  useSideKeys(win, props.own, runHere);
  useEffect(() => {
    tellLanguage(win, settings.language);
  }, [win, settings.language]);
  const root = page.getElementById("main");
  return (
    root &&
    createPortal(
      <CacheProvider value={cache}>
        <OwnWindow value={win}>
          <Look
            page={page}
            mode={settings.theme}
            highContrast={settings.highContrast}
          >
            <NoticesProvider>
              <CommandsContext value={here}>
                <Box sx={{ height: "100vh", display: "flex" }}>
                  <WholeCard
                    id={contactId}
                    onCompare={props.onCompare}
                    onName={(name) => nameWindow(win, name)}
                  />
                </Box>
                {dialog &&
                  drawDialog(dialog, {
                    ...props.place,
                    close: () => setDialog(null),
                    openCard: contactId,
                  })}
              </CommandsContext>
            </NoticesProvider>
          </Look>
        </OwnWindow>
      </CacheProvider>,
      root,
    )
  );
}

function tellLanguage(win: Window, language: string): void {
  win.document.documentElement.lang = language;
}

function nameWindow(win: Window, name: string): void {
  win.document.title = name;
}

/** It is done in the first window, which therefore comes to the front. */
function toFirst<A extends readonly unknown[]>(
  run: (...args: A) => void,
): (...args: A) => void {
  return (...args) => {
    window.focus();
    run(...args);
  };
}

function nonceOf(page: Document): { nonce?: string } {
  const nonce = page.querySelector<HTMLMetaElement>(
    'meta[property="csp-nonce"]',
  )?.nonce;
  return nonce === undefined ? {} : { nonce };
}
