"use strict";
// Electron's own default app is missing from the fallback runtime; this does the part we need:
//   electron [flags] [-r module] <app folder or main file> [arguments]
const { app } = require("electron");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const preloads = [];
let target;
const argv = process.argv.slice(1);
for (let i = 0; i < argv.length && target === undefined; i++) {
  const argument = argv[i];
  if (argument === "-r" || argument === "--require") preloads.push(argv[++i]);
  else if (argument.startsWith("--require="))
    preloads.push(argument.slice("--require=".length));
  else if (argument === "-v" || argument === "--version") {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!argument.startsWith("-")) target = path.resolve(argument);
}
if (target === undefined) {
  console.error(
    "usage: electron [flags] [-r module] <app folder or main file> [arguments]",
  );
  process.exit(2);
}

Object.defineProperty(process, "defaultApp", {
  configurable: false,
  enumerable: true,
  value: true,
});
try {
  start(target);
} catch (error) {
  fail(error);
}

function start(full) {
  const fromHere = Module.createRequire(path.join(process.cwd(), "any.js"));
  for (const preload of preloads) fromHere(preload);
  const isFolder = fs.statSync(full).isDirectory();
  const folder = isFolder ? full : path.dirname(full);
  const manifestFile = path.join(folder, "package.json");
  const manifest = fs.existsSync(manifestFile)
    ? JSON.parse(fs.readFileSync(manifestFile, "utf8"))
    : {};
  const name = manifest.productName || manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (name) app.setName(name);
  app.setDesktopName(manifest.desktopName || `${app.getName()}.desktop`);
  // Without this the data would land in the default app's folder; a --user-data-dir still wins.
  if (!app.commandLine.hasSwitch("user-data-dir"))
    app.setPath("userData", path.join(app.getPath("appData"), app.getName()));
  app.setAppPath(folder);
  const entry = isFolder
    ? path.resolve(folder, manifest.main || "index.js")
    : full;
  const isModule =
    entry.endsWith(".mjs") ||
    (manifest.type === "module" && !entry.endsWith(".cjs"));
  if (isModule) import(require("node:url").pathToFileURL(entry)).catch(fail);
  else Module._load(entry, Module, true);
}

function fail(error) {
  console.error(`Unable to start ${target}\n`, error);
  process.exit(1);
}
