import path from "node:path";
import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { nodePath, root, toolEnvironment } from "../node.mjs";

/** Ours and the peers side by side: `npm run bench -- --json FILE [--quick] [--sizes N,N] [--rounds N]`. */
export async function run(flags) {
  const machine = await bootstrap({ electron: true, built: true });
  const script = path.join(root, "tests/bench/run.ts");
  const bench = start(nodePath(), [script, ...flags], {
    env: toolEnvironment(machine.env),
  });
  return untilEnded(bench).finally(machine.close);
}
