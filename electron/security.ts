import { app, shell, type Session } from "electron";
import { ORIGIN } from "./protocol.ts";

const EXTERNAL_SCHEMES = ["https:", "http:", "mailto:", "tel:"];
/** Copying a phone number, and storage that is not cleared for space; nothing else is of use here. */
const GRANTED: readonly string[] = [
  "clipboard-sanitized-write",
  "persistent-storage",
];

/** True for what may be handed to the operating system: the four schemes of links that people write. */
export function mayOpenOutside(url: string): boolean {
  return URL.canParse(url) && EXTERNAL_SCHEMES.includes(new URL(url).protocol);
}

/** Hands a link to the operating system; false when it may not be, or nothing there opens it. */
export async function openOutside(url: string): Promise<boolean> {
  if (!mayOpenOutside(url)) return false;
  try {
    await shell.openExternal(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * For every page that ever exists in this process: it stays where it is, opens nothing and embeds nothing. It may load
 * itself again: that is how the window starts afresh when the journal has numbered its entries anew.
 */
export function lockPages(): void {
  app.on("web-contents-created", (_created, contents) => {
    const stay = (event: Navigation) => {
      if (!isReload(event, contents.getURL())) event.preventDefault();
    };
    contents.on("will-navigate", stay);
    contents.on("will-frame-navigate", stay);
    contents.on("will-redirect", (event) => {
      event.preventDefault();
    });
    contents.on("will-attach-webview", (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      if (isOwnSideWindow(url, contents.getURL())) return SIDE_WINDOW;
      void openOutside(url);
      return { action: "deny" };
    });
  });
}

/** An empty page that ours writes into: it has no script and no bridge of its own. */
function isOwnSideWindow(url: string, by: string): boolean {
  return url === "about:blank" && by.startsWith(`${ORIGIN}/`);
}

const SIDE_WINDOW = {
  action: "allow",
  overrideBrowserWindowOptions: {
    minWidth: 480,
    minHeight: 400,
    autoHideMenuBar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  },
} as const;

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** True for the main frame of one of our pages on its way to the very address where it is. */
function isReload({ url, isMainFrame }: Navigation, at: string): boolean {
  return isMainFrame && url === at && url.startsWith(`${ORIGIN}/`);
}

/**
 * Denies what pages can ask for, and all network: they are made of app:// alone. The content security policy says so
 * already; this holds if a policy is ever wrong. Spell checking would fetch dictionaries from outside.
 */
export function lockSession(on: Session): void {
  on.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(
      GRANTED.includes(permission) &&
        details.requestingUrl.startsWith(`${ORIGIN}/`),
    );
  });
  on.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      GRANTED.includes(permission) &&
      (origin === ORIGIN || origin === `${ORIGIN}/`),
  );
  on.setDevicePermissionHandler(() => false);
  on.webRequest.onBeforeRequest(
    { urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*"] },
    (_details, answer) => {
      answer({ cancel: true });
    },
  );
  on.setSpellCheckerEnabled(false);
}
