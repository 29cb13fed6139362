import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { nodePath, root, toolEnvironment } from "./node.mjs";
import { say, Stop } from "./say.mjs";

const BUNDLED = ["electron", "renderer", "shared"];
const OTHER_SOURCES = ["package.json", "package-lock.json"];

/** Builds into dist/ (dist-unsealed/ with CARNET_BUILD_UNSEALED=1) if the sources differ from those of the last build. */
export async function ensureBuilt() {
  const target = path.join(
    root,
    process.env.CARNET_BUILD_UNSEALED === "1" ? "dist-unsealed" : "dist",
  );
  const mark = path.join(target, ".sources");
  const sources = sourcesHash();
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return;

  say("build: started");
  // Beside the finished one, then swapped: a failed build leaves the old one, and two at once do not mix.
  const scratch = path.join(
    root,
    "node_modules/.carnet-build",
    String(process.pid),
  );
  const fresh = path.join(scratch, "new");
  mkdirSync(fresh, { recursive: true });
  try {
    const { status } = spawnSync(
      nodePath(),
      [path.join(root, "build/build-all.ts")],
      {
        cwd: root,
        env: toolEnvironment({ CARNET_OUT_DIR: fresh, NODE_ENV: "production" }),
        stdio: ["ignore", 2, 2],
      },
    );
    if (status !== 0) throw new Stop("The build failed; the reason is above.");
    writeFileSync(path.join(fresh, ".sources"), sources);
    if (existsSync(target)) renameSync(target, path.join(scratch, "old"));
    renameSync(fresh, target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  say("build: ready");
}

function sourcesHash() {
  const hash = createHash("sha256");
  const configs = readdirSync(path.join(root, "build")).filter((name) =>
    /^(vite\.|build-all)/.test(name),
  );
  const files = [
    ...OTHER_SOURCES,
    ...configs.map((name) => path.join("build", name)),
    ...BUNDLED.flatMap((folder) => filesBelow(folder)),
  ];
  for (const file of files.sort((a, b) => (a < b ? -1 : 1))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(
    (entry) => {
      const relative = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(relative) : [relative];
    },
  );
}
