import { once } from "node:events";
import { asUser, type CarnetUser } from "./carnet-user.ts";
import { launch, type LaunchedApp } from "./electron-app.ts";

/** The tests' machines have no keystore: the passphrase comes as it would unattended. */
const PASSPHRASE = "correct horse battery staple";

export interface Carnet extends CarnetUser {
  readonly app: LaunchedApp;
  /** Ends the whole process group at once, as a power cut would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** The real app, in English, on a profile of its own; `server` enrols it, unattended. */
export async function openCarnet(options: {
  readonly profile: string;
  readonly server?: { readonly url: string; readonly code: string };
  readonly args?: readonly string[];
  readonly lang?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Main file of another build than dist/. */
  readonly mainFile?: string;
  /** The readable copy is gone, and the person lets it come back. */
  readonly bringBack?: boolean;
}): Promise<Carnet> {
  const server: Record<string, string> = options.server
    ? {
        CARNET_SERVER: options.server.url,
        CARNET_ENROLLMENT: options.server.code,
      }
    : {};
  const app = await launch({
    userDataDir: options.profile,
    ...(options.mainFile ? { mainFile: options.mainFile } : {}),
    args: [
      `--lang=${options.lang ?? "en"}`,
      "--work-date=2026-03-13",
      ...(options.args ?? []),
    ],
    env: { CARNET_PASSPHRASE: PASSPHRASE, ...server, ...options.env },
  });
  if (options.bringBack)
    await app.page
      .getByRole("button", { name: "Bring everything back" })
      .press("Enter");
  // Keys pressed while the vault still opens would go nowhere.
  await app.page.getByRole("contentinfo").waitFor();
  return {
    ...asUser(app.page),
    app,
    async kill() {
      const { pid } = app.process;
      if (pid === undefined) throw new Error("The app has no process.");
      const ended = once(app.process, "exit");
      process.kill(-pid, "SIGKILL");
      await ended;
    },
    close: app.close,
  };
}
