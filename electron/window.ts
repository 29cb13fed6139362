import { BrowserWindow, nativeTheme, screen } from "electron";
import { renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { SMALLEST, visibleBounds } from "./visible-bounds.ts";

const WindowState = z.object({
  bounds: z.object({
    x: z.int(),
    y: z.int(),
    width: z.int().min(SMALLEST.width),
    height: z.int().min(SMALLEST.height),
  }),
  maximized: z.boolean(),
});
type WindowState = z.infer<typeof WindowState>;

const USUAL = { width: 1280, height: 800 };
const SAVE_PAUSE_MS = 500;
/** A page that dies again and again must not be loaded for ever. */
const MAX_RELOADS = 3;
const RELOADS_FORGOTTEN_MS = 5 * 60_000;

/** The one that draws all others. */
let first: BrowserWindow | null = null;

/** Opens the window where it was last, if that can still be seen, and remembers where it goes. */
export async function openWindow(deps: {
  readonly stateFile: string;
  readonly preload: string;
  readonly url: string;
  /** Its page has broken down; `last`: it is loaded once more, and then no longer. */
  readonly onBroken: (reason: string, last: boolean) => void;
}): Promise<BrowserWindow> {
  const state = await readState(deps.stateFile);
  const window = new BrowserWindow({
    ...(state ? visibleBounds(state.bounds, workAreas()) : USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: "Carnet",
    // What is seen before the page has painted; the same as the page's own.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#121212" : "#ffffff",
    webPreferences: {
      preload: deps.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Synchronisation goes on while another window covers ours.
      backgroundThrottling: false,
    },
  });
  first = window;
  window.on("closed", () => (first = null));
  if (state?.maximized) window.maximize();
  rememberState(window, deps.stateFile);
  stayVisible(window);
  comeBackAfterCrash(window, deps.onBroken);
  void window.loadURL(deps.url);
  return window;
}

async function readState(file: string): Promise<WindowState | null> {
  try {
    return WindowState.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null;
  }
}

function rememberState(window: BrowserWindow, file: string): void {
  let pause: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(pause);
    if (window.isDestroyed()) return;
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    };
    try {
      // At once: after "close" the process does not wait for anything. Renamed, so that half a file is never read.
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    } catch {
      // Where a window stood is not worth an error message.
    }
  };
  const saveSoon = () => {
    clearTimeout(pause);
    pause = setTimeout(save, SAVE_PAUSE_MS);
  };
  window.on("resize", saveSoon);
  window.on("move", saveSoon);
  window.on("close", save);
}

/** A display that is unplugged must not take the window with it. */
function stayVisible(window: BrowserWindow): void {
  const moveIn = () => {
    if (!window.isDestroyed() && !window.isMaximized())
      window.setBounds(visibleBounds(window.getBounds(), workAreas()));
  };
  screen.on("display-removed", moveIn);
  screen.on("display-metrics-changed", moveIn);
  window.on("closed", () => {
    screen.off("display-removed", moveIn);
    screen.off("display-metrics-changed", moveIn);
  });
}

/** Nothing that was saved is lost with a page: the journal is not in it. */
function comeBackAfterCrash(
  window: BrowserWindow,
  onBroken: (reason: string, last: boolean) => void,
): void {
  const reloads: number[] = [];
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    const since = Date.now() - RELOADS_FORGOTTEN_MS;
    if (reloads.filter((at) => at > since).length >= MAX_RELOADS) return;
    reloads.push(Date.now());
    const recent = reloads.filter((at) => at > since).length;
    onBroken(reason, recent === MAX_RELOADS);
    window.webContents.reload();
  });
}

function workAreas() {
  return screen.getAllDisplays().map(({ workArea }) => workArea);
}

/** Brings the window to the front: somebody started the app again, or clicked a notification. */
export function showWindow(): void {
  if (first?.isMinimized()) first.restore();
  first?.show();
  first?.focus();
}

/** Out of sight, and open all the same. */
export function hideWindow(): void {
  first?.hide();
}
