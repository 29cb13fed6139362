// What Debian must provide: Electron's libraries, a screen, and a PostgreSQL for the server's tests.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { say, Stop } from "./say.mjs";

/** Found by ldd on a bare Debian 12: with these the executable has no library missing. */
const ELECTRON =
  `libasound2 libatk-bridge2.0-0 libatk1.0-0 libatspi2.0-0 libcairo2 libcups2 libdbus-1-3 libdrm2
  libexpat1 libgbm1 libglib2.0-0 libgtk-3-0 libnspr4 libnss3 libpango-1.0-0 libudev1 libx11-6 libxcb1 libxcomposite1
  libxdamage1 libxext6 libxfixes3 libxkbcommon0 libxrandr2 fonts-dejavu-core`.split(
    /\s+/,
  );

/** `needs`: {electron?: executable, screen?: boolean, rpm?: boolean, postgres?: boolean}. */
export function ensureSystemPackages(needs) {
  if (process.platform !== "linux") return;
  const missing = [
    ...(needs.electron !== undefined && lacksLibraries(needs.electron)
      ? ELECTRON
      : []),
    ...(needs.screen && !hasScreen() && !isOnPath("Xvfb") ? ["xvfb"] : []),
    ...(needs.rpm && !isOnPath("rpmbuild") ? ["rpm"] : []),
    ...(needs.postgres && !hasPostgres() ? ["postgresql"] : []),
  ];
  if (missing.length === 0) return;
  if (process.getuid() !== 0 || !isOnPath("apt-get")) {
    throw new Stop(
      `System packages are missing. Run this line, then start again:\n  sudo sh -c 'apt-get update && ${installCommand(missing)}'`,
    );
  }
  say(
    `system packages: installing ${missing.length} (${missing.slice(0, 3).join(", ")} …)`,
  );
  run("apt-get update -qq");
  run(installCommand(missing.map(nameInThisRelease)));
  say("system packages: ready");
}

export function hasScreen() {
  return (
    process.platform !== "linux" ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

function installCommand(names) {
  return `apt-get install -y -qq --no-install-recommends ${names.join(" ")}`;
}

function run(command) {
  const { status } = spawnSync("sh", ["-c", `${command} >/dev/null`], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Stop(`failed: ${command}`);
}

function lacksLibraries(executable) {
  return /not found/.test(
    spawnSync("ldd", [executable], { encoding: "utf8" }).stdout ?? "",
  );
}

/** Debian keeps the server's programs out of PATH, one folder for each version. */
function hasPostgres() {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return isOnPath("initdb") && isOnPath("postgres");
  return readdirSync(versions).some((version) =>
    existsSync(path.join(versions, version, "bin/initdb")),
  );
}

function isOnPath(program) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
}

/** From Debian 13 on, some libraries carry the suffix of the 64-bit time transition. */
function nameInThisRelease(name) {
  const { status } = spawnSync(
    "apt-cache",
    ["show", "--no-all-versions", name],
    { stdio: "ignore" },
  );
  return status === 0 ? name : `${name}t64`;
}
