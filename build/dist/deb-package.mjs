#!/usr/bin/env node
// `fpm -s dir -t deb|rpm` as electron-builder calls it: fpm is in no Debian and in no npm package, and dpkg-deb and rpmbuild are
// enough.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeRpm } from "./rpm-package.mjs";

const WITHOUT_VALUE = ["--force", "--debug"];
const SHORT = { "-s": "--source", "-t": "--target", "-d": "--depends" };
/** Maintainer scripts: fpm's option, dpkg's file. */
const SCRIPTS = { "after-install": "postinst", "after-remove": "postrm" };

const { options, contents } = read(process.argv.slice(2));
const target = one("target");
if (target !== "deb" && target !== "rpm") {
  process.stderr.write(`deb-package: no target ${target}\n`);
  process.exit(2);
}
const tree = mkdtempSync(path.join(tmpdir(), "carnet-deb-"));
try {
  for (const [from, to] of contents) put(from, path.join(tree, to));
  if (target === "deb") makeDeb();
  else {
    const app = contents
      .map(([, to]) => to)
      .find((to) => to.startsWith("/opt/"));
    const all = (name) => options.get(name) ?? [];
    makeRpm({ tree, one, all, appFolder: app.replace(/\/$/, "") });
  }
} finally {
  rmSync(tree, { recursive: true, force: true });
}

function makeDeb() {
  const sizeKiB = Number.parseInt(
    execFileSync("du", ["-sk", tree], { encoding: "utf8" }),
    10,
  );
  const control = path.join(tree, "DEBIAN");
  mkdirSync(control);
  writeFileSync(path.join(control, "control"), controlFile(sizeKiB));
  for (const [option, name] of Object.entries(SCRIPTS)) {
    if (one(option) === undefined) continue;
    cpSync(one(option), path.join(control, name));
    chmodSync(path.join(control, name), 0o755);
  }
  chmodSync(tree, 0o755); // mkdtemp makes it private, and it becomes /
  execFileSync(
    "dpkg-deb",
    ["--root-owner-group", ...compression(), "--build", tree, one("package")],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
}

/** A package that is thrown away after a proof need not be small. */
function compression() {
  return process.env.CARNET_PACKAGES_UNPACKED === "1"
    ? ["-Znone"]
    : ["-Zgzip", "-z3"];
}

/** Every option may come several times; what is no option is `from=to`. */
function read(argv) {
  const options = new Map();
  const contents = [];
  for (let i = 0; i < argv.length; i++) {
    const name = SHORT[argv[i]] ?? argv[i];
    if (WITHOUT_VALUE.includes(name)) continue;
    if (name.startsWith("--")) {
      const key = name.slice(2);
      options.set(key, [...(options.get(key) ?? []), argv[++i]]);
    } else {
      const [from, to] = name.split("=");
      contents.push([from, to]);
    }
  }
  return { options, contents };
}

function one(name) {
  return options.get(name)?.at(-1);
}

function put(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  // Programs keep their bits; desktop file, icons and notices come out of private temporary files.
  chmodSync(to, statSync(to).isDirectory() ? 0o755 : 0o644);
}

function controlFile(sizeKiB) {
  const [synopsis, ...text] = one("description")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fields = {
    Package: one("name"),
    Version: one("version"),
    Architecture: one("architecture"),
    Maintainer: one("maintainer"),
    "Installed-Size": sizeKiB,
    Depends: options.get("depends")?.join(", "),
    Recommends: options.get("deb-recommends")?.join(", "),
    Section: one("category"),
    Priority: one("deb-priority"),
    Homepage: one("url"),
    Description: [synopsis, ...text].join("\n "),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");
}
