import path from "node:path";
import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { bin, toolEnvironment } from "../node.mjs";
import { formatted } from "../sources.mjs";

/** Formats everything, or only what is named. */
export async function run(args) {
  await bootstrap();
  const files = args.length > 0 ? args : formatted;
  const flags = ["--write", "--log-level=warn"];
  const prettier = start(path.join(bin, "prettier"), [...flags, ...files], {
    env: toolEnvironment(),
  });
  return untilEnded(prettier);
}
