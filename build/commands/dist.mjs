import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { ensureBuilt } from "../build.mjs";
import { ensureElectron, officialElectron } from "../electron-runtime.mjs";
import { nodePath, root, toolEnvironment } from "../node.mjs";
import { ensurePackages } from "../packages.mjs";
import { say, Stop } from "../say.mjs";
import { ensureSystemPackages } from "../system-packages.mjs";

const output = path.join(root, "release");
const unpacked = path.join(output, "linux-unpacked");
const here = path.join(root, "build/dist");

/**
 * Packages for Linux x64 in release/: an unpacked build, a tar.gz, a .deb, an .rpm, with a bill of materials (CycloneDX)
 * and checksums. Made with any Electron but the official one they are called `-dev`; `--release` refuses to make those. What lies in `beside` (packages of other systems) is put with them
 * before sums and feeds are made.
 */
export async function run(args, beside) {
  const release = args.includes("--release");
  if (args.some((arg) => arg !== "--release"))
    throw new Stop("usage: npm run dist [-- --release]", 2);
  if (
    beside !== undefined &&
    !statSync(beside, { throwIfNoEntry: false })?.isDirectory()
  )
    throw new Stop(`${beside} is no folder.`, 2);
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Stop("Packages are made on Linux x64 so far.");
  if (process.env.CARNET_BUILD_UNSEALED === "1")
    throw new Stop(
      "CARNET_BUILD_UNSEALED=1 makes a build that keeps data in clear; it is never packaged.",
    );
  ensurePackages();
  ensureSystemPackages({ rpm: true });
  const electron = release ? officialElectron(say) : ensureElectron(say);
  if (electron === undefined)
    throw new Stop(
      "--release: a release is made with the official Electron, and that is not to be had here.",
    );
  const version = versionWith(electron);
  await ensureBuilt();

  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  const order = JSON.stringify({
    version,
    output,
    electron: electron.folder,
    electronVersion: versionOf(electron),
    // Absent, the packages do not replace themselves; build/dist/RELEASING.md.
    signingKey: process.env.CARNET_UPDATE_KEY || undefined,
    address: process.env.CARNET_UPDATE_URL || undefined,
  });
  builder("unpacked", order);
  say(`unpacked build: ${shown(unpacked)}, fuses flipped, ${version}`);
  const archive = path.join(output, `carnet-${version}-linux-x64.tar.gz`);
  archiveTo(archive, `carnet-${version}`);
  say(`tar.gz: ${shown(archive)}`);
  builder("deb", order);
  rmSync(path.join(output, "builder-debug.yml"), { force: true });
  say(`deb: ${shown(path.join(output, `carnet_${version}_amd64.deb`))}`);
  builder("rpm", order);
  say(`rpm: ${shown(path.join(output, `carnet-${version}.x86_64.rpm`))}`);
  if (beside !== undefined) cpSync(beside, output, { recursive: true });
  builder("papers", order);
  say(
    `bill of materials, notices${process.env.CARNET_UPDATE_KEY ? ", signed update feed" : ""}, checksums: beside the packages`,
  );
  return 0;
}

/** Marked wherever the version is shown: file names, About, the log, dpkg (where `~dev` sorts below the release). */
function versionWith(electron) {
  const { version } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  if (electron.source === "official") return version;
  say(`development packages: the Electron in them is not the official build`);
  return `${version}-dev`;
}

/** A folder that was given says itself what it is. */
function versionOf({ version, folder }) {
  return (
    version ??
    readFileSync(path.join(folder, "version"), "utf8").trim().replace(/^v/, "")
  );
}

/** electron-builder talks much: it is heard only when it fails. */
function builder(step, order) {
  const { status, stdout, stderr } = spawnSync(
    nodePath(),
    [path.join(here, "make-package.ts"), step, order],
    {
      cwd: root,
      encoding: "utf8",
      env: toolEnvironment({
        // electron-builder would download an fpm.
        CUSTOM_FPM_PATH: path.join(here, "deb-package.mjs"),
      }),
    },
  );
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new Stop(`dist: ${step} failed; the reason is above.`);
}

/** Not electron-builder's own: that would download a 7-Zip, and takes two minutes. */
function archiveTo(file, folder) {
  chmodSync(unpacked, 0o755);
  const { status } = spawnSync(
    "tar",
    [
      ...["-C", unpacked, "--sort=name", "--owner=0", "--group=0"],
      ...["--numeric-owner", `--transform=s,^\\.,${folder},`],
      ...["--use-compress-program=gzip -3", "-cf", file, "."],
    ],
    { stdio: ["ignore", 2, 2] },
  );
  if (status !== 0) throw new Stop("dist: tar failed; the reason is above.");
}

function shown(file) {
  const relative = path.relative(root, file);
  const { size } = statSync(file);
  return file === unpacked
    ? relative
    : `${relative} (${(size / 1e6).toFixed(1)} MB)`;
}
