import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { nodePath, root } from "../node.mjs";
import { ensurePackages } from "../packages.mjs";
import { say, Stop } from "../say.mjs";
import { run as dist } from "./dist.mjs";

const USAGE =
  "usage: npm run release [-- [--trial] [--with FOLDER] | --new-key FILE]";

/**
 * Everything that a file server hands out: packages, the signed feed that installed copies look at, bill of materials,
 * third-party notices, checksums. `--trial` takes any Electron, any state of the tree, and makes what can be made without
 * a key; `--with` adds the packages of other systems that lie in a folder. The whole is in build/dist/RELEASING.md.
 */
export async function run(args) {
  const trial = args.includes("--trial");
  const [flag, file] = args;
  if (flag === "--new-key" && file !== undefined) return newKey(file);
  const rest = args.filter((arg) => arg !== "--trial");
  const [option, beside] = rest;
  const isRight =
    rest.length === 0 || (rest.length === 2 && option === "--with");
  if (!isRight) throw new Stop(USAGE, 2);
  if (!trial) assertReady();
  await dist(trial ? [] : ["--release"], beside);
  const release = path.join(root, "release");
  process.stdout.write(readFileSync(path.join(release, "SHA256SUMS"), "utf8"));
  say(
    existsSync(path.join(release, "latest-linux.yml.sig"))
      ? "Copy release/ (not its folders) to the file server, latest*.yml and their .sig last."
      : "No CARNET_UPDATE_KEY: these packages do not replace themselves, and there is no feed.",
  );
  return 0;
}

function assertReady() {
  const missing = ["CARNET_UPDATE_KEY", "CARNET_UPDATE_URL"].filter(
    (name) => !process.env[name],
  );
  if (missing.length > 0)
    throw new Stop(
      `A release needs ${missing.join(" and ")} (build/dist/RELEASING.md); --trial makes one without.`,
    );
  const { stdout, status } = spawnSync("git", ["status", "--porcelain"], {
    ...{ cwd: root, encoding: "utf8" },
  });
  if (status !== 0 || stdout.trim() !== "")
    throw new Stop("A release is made of what is committed: git status.");
  const { version } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");
  if (!new RegExp(`^## ${version}(?!.*unreleased)`, "m").test(changelog))
    throw new Stop(
      `CHANGELOG.md has no section for ${version} with its date: people are shown it before they update.`,
    );
}

function newKey(file) {
  if (!path.relative(root, path.resolve(file)).startsWith(".."))
    throw new Stop(
      "No key was written: whoever has it can replace every installed copy, so it is not kept beside the code.",
    );
  ensurePackages();
  const script =
    "const { newSigningKey } = await import('./build/dist/signing.ts'); newSigningKey(process.argv[1]);";
  const { status, stderr } = spawnSync(
    nodePath(),
    ["--input-type=module", "-e", script, path.resolve(file)],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0)
    throw new Stop(`No key was written: ${stderr.trim().split("\n").at(-1)}`);
  say(`${file}: keep it off this machine, and a copy of it in a safe.`);
  return 0;
}
