import { watch } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ensureBuilt } from "../build.mjs";
import { end, untilEnded } from "../children.mjs";
import { openDemo } from "../demo.mjs";
import { root } from "../node.mjs";
import { say, Stop } from "../say.mjs";

const WATCHED = ["electron", "renderer", "shared", "server"];
/** An editor writes several files for one save. */
const QUIET_MS = 300;

/**
 * The demo, started again after every change of a source. A restart takes a second or two and runs what ships: the
 * same bundles under the same policy, which a dev server with its injected scripts could not.
 */
export async function run(args) {
  const demo = await openDemo(args);
  const changes = watchSources();
  try {
    for (;;) {
      const app = await demo.startApp();
      say("Carnet is open; it starts again when a source changes.");
      const ended = untilEnded(app);
      const code = await Promise.race([ended, rebuilt(changes)]);
      if (code !== undefined) return code;
      await end(app);
      await ended;
      if (changes.take("server", "shared")) await demo.restartServer();
    }
  } finally {
    changes.close();
    await demo.close();
  }
}

/** Resolves after a change that builds; one that does not leaves the old app open. */
async function rebuilt(changes) {
  for (;;) {
    await changes.next();
    await pause(QUIET_MS);
    try {
      await ensureBuilt();
      return undefined;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      say(error.message);
    }
  }
}

function watchSources() {
  const touched = new Set();
  let wake = () => {};
  const watchers = WATCHED.map((folder) =>
    watch(path.join(root, folder), { recursive: true }, () => {
      touched.add(folder);
      wake();
    }),
  );
  return {
    next: () => new Promise((resolve) => (wake = resolve)),
    /** Whether one of these has changed since it was last asked. */
    take: (...folders) => {
      const found = folders.some((folder) => touched.has(folder));
      touched.clear();
      return found;
    },
    close: () => watchers.forEach((watcher) => watcher.close()),
  };
}
