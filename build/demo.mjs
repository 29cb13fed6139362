// The demo in .demo/: its server, and the app signed in to it. `npm start` opens it once, `npm run dev` again and again.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { bootstrap, electronFlags } from "./bootstrap.mjs";
import { start } from "./children.mjs";
import { passphrase } from "./demo-passphrase.mjs";
import { inviteDemoSalesperson, startDemoServer } from "./demo-server.mjs";
import { root, toolEnvironment } from "./node.mjs";
import { say } from "./say.mjs";

const demo = path.join(root, ".demo");
const data = path.join(demo, "server");
/** The app keeps its device's token here. */
const SIGNED_IN = path.join(demo, "profile/carnet/device.sealed");
/** The demo company's data lie around this day. */
const WORK_DATE = "2026-03-13";
/** The server's codes live a day; an unused older one is replaced. */
const CODE_LIFE_MS = 20 * 3_600_000;

/** The server runs when this resolves; the app starts with `startApp`. `args` are npm's, ours and the app's. */
export async function openDemo(args) {
  const machine = await bootstrap({ electron: true, built: true });
  if (args.includes("--fresh")) rmSync(demo, { recursive: true, force: true });
  mkdirSync(demo, { recursive: true, mode: 0o700 });
  const flags = args.filter((arg) => arg !== "--fresh");

  let server = await startServer();
  return {
    startApp: async () => startApp(machine, server.url, flags),
    restartServer: async () => {
      await server.stop();
      server = await startServer();
    },
    close: async () => {
      await server.stop();
      machine.close();
    },
  };
}

async function startServer() {
  const portFile = path.join(demo, "port");
  const server = await startDemoServer({ data, portFile });
  say(`demo server: ${server.url}`);
  return server;
}

async function startApp(machine, url, flags) {
  const env = toolEnvironment({
    ...machine.env,
    ...(await enrolment(url)),
    CARNET_PASSPHRASE: passphrase(path.join(demo, "passphrase")),
  });
  const own = [
    `--user-data-dir=${path.join(demo, "profile")}`,
    `--work-date=${WORK_DATE}`,
  ];
  const executable = machine.env.CARNET_ELECTRON;
  // What the app prints is no result of this command.
  return start(executable, [...electronFlags, root, ...own, ...flags], {
    env,
    stdout: 2,
  });
}

/** Only for a profile that has not signed in yet; one code serves until it has, or for a day. */
async function enrolment(url) {
  if (existsSync(SIGNED_IN)) return {};
  const file = path.join(demo, "enrollment");
  const age = existsSync(file) ? Date.now() - statSync(file).mtimeMs : Infinity;
  if (age > CODE_LIFE_MS) {
    writeFileSync(file, await inviteDemoSalesperson(data), { mode: 0o600 });
  }
  return { CARNET_SERVER: url, CARNET_ENROLLMENT: readFileSync(file, "utf8") };
}
