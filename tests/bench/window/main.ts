// A window on the bench's page, with the app's own preload and the app's own journal behind it. Arguments: the address
// to open, the folder of the journal.
import { randomBytes } from "node:crypto";
import path from "node:path";
import { app, BrowserWindow, ipcMain } from "electron";
import { openJournal } from "../../../electron/os/journal/journal.ts";
import type { Input } from "../../../shared/ipc/contract.ts";

const [address = "", folder = ""] = process.argv.slice(-2);

async function start(): Promise<void> {
  await app.whenReady();
  const journal = await openJournal({
    folder,
    key: randomBytes(32),
    clock: { now: () => Date.now() },
    random: { bytes: (length) => randomBytes(length) },
  });
  ipcMain.handle(
    "journal/append",
    async (_event, { label, ops }: Input<"journal/append">) => ({
      ok: true,
      value: await journal.append(label, ops),
    }),
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: {
      backgroundThrottling: false,
      preload: path.join(import.meta.dirname, "preload.cjs"),
    },
  });
  await window.loadURL(address);
}

void start();
