import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { nodePath, toolEnvironment } from "../node.mjs";

/** Random worlds against the real engine, merge and server: `npm run sim -- --seeds N`. */
export async function run(args) {
  await bootstrap();
  return untilEnded(
    start(nodePath(), ["tests/simulation/main.ts", ...args], {
      env: toolEnvironment(),
    }),
  );
}
