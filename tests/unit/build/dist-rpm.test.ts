import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  builderConfig,
  type PackageOrder,
} from "../../../build/dist/builder-config.ts";

/*
 * A .deb and an .rpm of one small app, as electron-builder and our stand-in for fpm make them: what the one holds, the other
 * holds.
 */

const root = path.resolve(import.meta.dirname, "../../..");
let folder: string;
let order: PackageOrder;
let deb: string;
let rpm: string;

function make(step: "deb" | "rpm"): string {
  execFileSync(
    process.execPath,
    [
      path.join(root, "build/dist/make-package.ts"),
      ...[step, JSON.stringify(order)],
    ],
    {
      ...{ cwd: root, stdio: "pipe" },
      env: {
        ...process.env,
        CUSTOM_FPM_PATH: path.join(root, "build/dist/deb-package.mjs"),
      },
    },
  );
  const name = readdirSync(folder).find((one) => one.endsWith(`.${step}`));
  return path.join(folder, name ?? "none");
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "carnet-rpm-test-"));
  const app = path.join(folder, "linux-unpacked");
  mkdirSync(path.join(app, "resources"), { recursive: true });
  const starts = '#!/bin/sh\necho "Carnet starts"\n';
  writeFileSync(path.join(app, "carnet"), starts, { mode: 0o755 });
  writeFileSync(path.join(app, "LICENSES.chromium.html"), "");
  order = {
    ...{ version: "1.2.3-dev", output: folder, electron: folder },
    electronVersion: "33.2.1",
  };
  deb = make("deb");
  rpm = make("rpm");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const query = (...flags: readonly string[]) =>
  execFileSync("rpm", ["-qp", ...flags, rpm], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
const dpkg = (...args: readonly string[]) =>
  execFileSync("dpkg-deb", args, { encoding: "utf8" });
/** Texts about licences lie where each system looks for them. */
const isOwnPlace = (file: string) =>
  /^\/usr\/share\/(doc|licenses|lintian)\//.test(file);

test("the files of the .rpm are those of the .deb, and all of it is root's", () => {
  const inDeb = dpkg("--contents", deb)
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("d"))
    .map((line) => (line.split(" ./")[1] ?? "").replace(/ ->.*/, ""))
    .map((file) => `/${file}`)
    .filter((file) => !isOwnPlace(file));
  const inRpm = query("-l")
    .split("\n")
    .filter((file) => file !== "/opt/Carnet" && !isOwnPlace(file));
  expect(inRpm.toSorted()).toEqual(inDeb.toSorted());
  expect(inRpm).toContain("/opt/Carnet/carnet");
  for (const line of query("-l", "-v").split("\n"))
    expect(line).toMatch(/^[-dl]\S+\s+\d+ root\s+root/);
});

test("both run the same scripts, and none of them touches a home", () => {
  const scripts = query("--scripts");
  const body = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
  for (const name of ["postinst", "postrm"])
    for (const line of body(dpkg("--info", deb, name)))
      expect(scripts).toContain(line);
  expect(scripts).not.toMatch(/\/home|HOME|\.config/);
});

test("both require the same libraries, each under its own names", () => {
  const required = query("--requires")
    .split("\n")
    .filter((line) => !line.startsWith("rpmlib(") && line !== "/bin/sh");
  expect(required.toSorted()).toEqual(
    (builderConfig(order).rpm?.depends ?? []).toSorted(),
  );
  const depends = dpkg("--field", deb, "Depends").trim().split(", ");
  expect(required).toHaveLength(depends.length);
});

test("a development package says so, every release replaces it, and what it unpacks starts", () => {
  expect(query("--qf", "%{NAME} %{VERSION} %{LICENSE}")).toBe(
    "carnet 1.2.3~dev MIT",
  );
  const tree = path.join(folder, "unpacked");
  mkdirSync(tree);
  execFileSync("rpm2archive", [rpm], { stdio: "pipe" });
  execFileSync("tar", ["-C", tree, "-xzf", `${rpm}.tgz`], { stdio: "pipe" });
  const app = path.join(tree, "opt/Carnet/carnet");
  expect(execFileSync(app, { encoding: "utf8" })).toBe("Carnet starts\n");
});
