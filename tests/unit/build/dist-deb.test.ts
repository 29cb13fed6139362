import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PackageOrder } from "../../../build/dist/builder-config.ts";

/*
 * A .deb as electron-builder and our stand-in for fpm make it, around an app of three small files: `npm run dist` itself
 * packs 270 MB. Debian's own tools read it.
 */

const root = path.resolve(import.meta.dirname, "../../..");
let folder: string;
let deb: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "carnet-deb-test-"));
  const app = path.join(folder, "linux-unpacked");
  mkdirSync(path.join(app, "resources"), { recursive: true });
  writeFileSync(path.join(app, "carnet"), "#!/bin/sh\n", { mode: 0o755 });
  writeFileSync(path.join(app, "LICENSES.chromium.html"), "");
  const order: PackageOrder = {
    version: "1.2.3-dev",
    output: folder,
    electron: folder,
    electronVersion: "33.2.1",
  };
  execFileSync(
    process.execPath,
    [
      path.join(root, "build/dist/make-package.ts"),
      "deb",
      JSON.stringify(order),
    ],
    {
      cwd: root,
      stdio: "pipe",
      env: {
        ...process.env,
        CUSTOM_FPM_PATH: path.join(root, "build/dist/deb-package.mjs"),
      },
    },
  );
  deb = path.join(folder, "carnet_1.2.3-dev_amd64.deb");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dpkg = (...args: readonly string[]) =>
  execFileSync("dpkg-deb", args, { encoding: "utf8" });
const field = (name: string) => dpkg("--field", deb, name).trim();
const fileIn = (name: string) =>
  execFileSync(
    "sh",
    ["-c", `dpkg-deb --fsys-tarfile "$0" | tar -xO "$1"`, deb, name],
    {
      encoding: "utf8",
    },
  );

test("a development package says so in its file name, and every release replaces it", () => {
  expect(existsSync(deb)).toBe(true);
  expect(field("Version")).toBe("1.2.3~dev");
});

test("what the executable links comes with it, on this Debian and the next", () => {
  const depends = field("Depends").split(", ");
  expect(depends).toContain("libgbm1");
  expect(depends).toContain("libasound2 | libasound2t64");
  expect(depends).toContain("libgtk-3-0 | libgtk-3-0t64");
  expect(depends).toContain("xdg-utils");
});

test("carnet:// links, vCard files and backups come to the app", () => {
  const lines = fileIn("./usr/share/applications/carnet.desktop").split("\n");
  expect(lines).toContain(
    "MimeType=text/vcard;application/vnd.carnet.backup;x-scheme-handler/carnet;",
  );
  expect(lines).toContain("Exec=/opt/Carnet/carnet %U");
  expect(lines).toContain("StartupWMClass=carnet");
});

test("everybody can read what is installed, programs run, and all of it is root's", () => {
  const listed = dpkg("--contents", deb).trim().split("\n");
  const of = (name: string) =>
    listed
      .find((line) => line.endsWith(` ./${name}`))
      ?.split(/\s+/)
      .slice(0, 2);
  expect(of("opt/Carnet/carnet")).toEqual(["-rwxr-xr-x", "root/root"]);
  for (const name of [
    "usr/share/applications/carnet.desktop",
    "usr/share/doc/carnet/copyright",
    "usr/share/icons/hicolor/256x256/apps/carnet.png",
    "opt/Carnet/LICENSES.chromium.html",
  ])
    expect([name, of(name)]).toEqual([name, ["-rw-r--r--", "root/root"]]);
  for (const line of listed.filter((one) => one.startsWith("d")))
    expect(line).toMatch(/^drwxr-xr-x root\/root/);
});

test("the maintainer scripts run in the smallest shell there is, and none of them touches a home", () => {
  for (const name of ["postinst", "postrm"]) {
    const script = dpkg("--info", deb, name);
    expect(script.split("\n")[0]).toBe("#!/bin/sh");
    // What only bash knows.
    expect(script).not.toMatch(/\[\[|\bhash\b|`/);
    execFileSync("dash", ["-n"], { input: script });
    expect(script).toContain("/opt/Carnet");
    expect(script).not.toMatch(/\/home|HOME|\.config/);
  }
});

test("who makes way for a newer version takes nothing away, whichever package manager it is", () => {
  const script = dpkg("--info", deb, "postrm");
  const goesOn = (how: string) =>
    spawnSync("dash", [
      ...["-c", `command() { exit 7; }\n${script}`, "postrm", how],
    ]).status === 7;
  expect(["remove", "purge", "0"].filter(goesOn)).toHaveLength(3);
  expect(["upgrade", "1", "2"].filter(goesOn)).toEqual([]);
});
