import { untilEnded } from "../children.mjs";
import { openDemo } from "../demo.mjs";
import { say } from "../say.mjs";
import { smoke } from "./smoke.mjs";

/** A first look: demo server, and the app signed in to it. Flags of the app are handed on. */
export async function run(args) {
  if (args.includes("--smoke")) {
    return smoke(args.filter((arg) => arg !== "--smoke" && arg !== "--fresh"));
  }
  const demo = await openDemo(args);
  try {
    const app = await demo.startApp();
    say("Carnet is open; close its window to end the demo.");
    return await untilEnded(app);
  } finally {
    await demo.close();
  }
}
