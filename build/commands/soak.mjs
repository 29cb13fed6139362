import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { nodePath, root, toolEnvironment } from "../node.mjs";
import { Stop } from "../say.mjs";

/** A long proof: `npm run soak -- NAME [--rounds N]`, some by `--minutes M`. It prints one JSON line. */
export async function run([name, ...flags]) {
  const folder = path.join(root, "tests/soak");
  const names = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith(".ts"))
    : [];
  if (!names.includes(`${name}.ts`)) {
    const known = names.map((file) => file.slice(0, -".ts".length)).join(", ");
    throw new Stop(
      `usage: npm run soak -- NAME [--rounds N] [--minutes M]; there is: ${known || "none yet"}`,
      2,
    );
  }
  const machine = await bootstrap({
    electron: true,
    built: true,
    postgres: true,
  });
  const script = path.join(folder, `${name}.ts`);
  const proof = start(nodePath(), [script, ...flags], {
    env: toolEnvironment(machine.env),
  });
  return untilEnded(proof).finally(machine.close);
}
