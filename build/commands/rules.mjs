import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { nodePath, toolEnvironment } from "../node.mjs";

/** Writes tests/RULES.md anew: which test proves which business rule. */
export async function run() {
  await bootstrap();
  const writing = start(nodePath(), ["build/check-rules.ts", "--write"], {
    env: toolEnvironment(),
  });
  return untilEnded(writing);
}
