// The packages of two versions on a bare Debian: installed, started as an ordinary user with the sandbox on, links and
// files opened the way a desktop opens them, updated from a file server, tampered updates refused, removed with the data
// left; then the .rpm in the same place. Root only; needs debootstrap and rpm.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newSigningKey, readSigningKey } from "../../build/dist/signing.ts";
import { makeBareDebian, type BareDebian } from "../helpers/bare-debian.ts";
import { comparePackages } from "../helpers/compare-packages.ts";
import { freePort } from "../helpers/free-port.ts";
import { openReleaseServer } from "../helpers/release-server.ts";
import { makeTrialPackages } from "../helpers/trial-packages.ts";
import { proveInstalled } from "./package/installed.ts";
import { proveRpm } from "./package/rpm.ts";
import { proveUpdates } from "./package/updates.ts";

const started = performance.now();
const say = (text: string) =>
  process.stderr.write(
    `[${Math.round((performance.now() - started) / 1000)} s] ${text}\n`,
  );
const home = mkdtempSync(path.join(tmpdir(), "carnet-bare-"));
const port = await freePort();
const server = await openReleaseServer(port);
const { version } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../package.json"), "utf8"),
) as { version: string };

/** 0.1.0-dev, 0.1.1-dev. */
function versionAfter(steps: number): string {
  const [major, minor, patch] = version.split(".");
  return `${major}.${minor}.${Number(patch) + steps}-dev`;
}
function pack(step: number, keyName: string) {
  const signingKey = path.join(home, `${keyName}.pem`);
  return makeTrialPackages({
    ...{ signingKey, address: server.address },
    version: versionAfter(step),
    folder: path.join(home, `${keyName}-${step}`),
  });
}

let debian: BareDebian | null = null;
let figures: Record<string, unknown>;
try {
  for (const name of ["ours", "theirs"])
    newSigningKey(path.join(home, `${name}.pem`));
  say(`packing ${versionAfter(0)} and ${versionAfter(1)}`);
  const [now, next] = [pack(0, "ours"), pack(1, "ours")];
  const compared = comparePackages(now.deb, now.rpm);
  say("bare Debian");
  debian = makeBareDebian(path.join(home, "debian"));
  const installed = await proveInstalled(debian, now.deb, say);
  const updated = await proveUpdates({
    ...{ debian, server, now, next, say },
    theirKey: readSigningKey(path.join(home, "theirs.pem")),
  });
  const rpm = await proveRpm({ debian, now, next, say });
  figures = {
    ...{ versions: [now.version, next.version], ...installed },
    ...{ ...updated, rpm: { ...compared, ...rpm } },
  };
} finally {
  debian?.remove();
  await server.close();
  rmSync(home, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `${JSON.stringify({ ok: true, soak: "package", ...figures, seconds })}\n`,
);
process.exit(0);
