import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { nodePath, toolEnvironment } from "../node.mjs";

export async function run(args) {
  await bootstrap();
  return untilEnded(
    start(nodePath(), ["server/main.ts", ...args], { env: toolEnvironment() }),
  );
}
