import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bootstrap } from "../bootstrap.mjs";
import { end, firstLine, start, untilEnded } from "../children.mjs";
import { passphrase } from "../demo-passphrase.mjs";
import { inviteDemoSalesperson, startDemoServer } from "../demo-server.mjs";
import { nodePath, root, toolEnvironment } from "../node.mjs";
import { say, Stop } from "../say.mjs";

/** `npm start` without a person, on a fresh profile and fresh server data. One JSON line on stdout. */
export async function smoke(flags) {
  const machine = await bootstrap({ electron: true, built: true });
  const folder = mkdtempSync(path.join(tmpdir(), "carnet-smoke-"));
  let server;
  let driver;
  try {
    const data = path.join(folder, "server");
    server = await startDemoServer({ data });
    driver = start(nodePath(), [path.join(root, "build/smoke.ts"), ...flags], {
      env: toolEnvironment({
        ...machine.env,
        CARNET_SERVER: server.url,
        CARNET_ENROLLMENT: await inviteDemoSalesperson(data),
        CARNET_PASSPHRASE: passphrase(path.join(folder, "passphrase")),
        CARNET_SMOKE_PROFILE: path.join(folder, "profile"),
        CARNET_SMOKE_DATA: data,
      }),
      stdout: "pipe",
    });
    say("smoke: driving the app");
    const line = firstLine(driver);
    const code = await untilEnded(driver);
    return report(await line, code);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return report(JSON.stringify({ ok: false, error: error.message }), 1);
  } finally {
    if (driver !== undefined) await end(driver);
    await server?.stop();
    machine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Always one line, also when the driver died before it could write one. */
function report(line, code) {
  process.stdout.write(
    `${line ?? JSON.stringify({ ok: false, error: `the driver ended with ${code} and said nothing` })}\n`,
  );
  return code === 0 && line === undefined ? 1 : code;
}
