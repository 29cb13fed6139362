// Writers with random holds before their commit and tailing readers, on a real PostgreSQL: our feed loses nothing, and
// naive feeds under the same load must lose something, or the load was none.
import { parseArgs } from "node:util";
import { trapOurFeed } from "../helpers/feed-trap.ts";
import { trapNaiveFeeds } from "../helpers/naive-feed.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    writers: { type: "string" },
    rounds: { type: "string" },
    /** Ends as soon as so many places in the feed have been given. */
    rows: { type: "string" },
  },
});

await runSoak("feed", async (say) => {
  const writers = figure(values.writers, 16);
  const asked = figure(values.minutes, values.rows ? 600 : 2) * 60;
  const rows = values.rows ? figure(values.rows, 1) : Infinity;
  const postgres = await startPostgres();
  try {
    const url = await createDatabase(postgres.url);
    const naiveSeconds = Math.min(20, asked / 5);
    say(`the naive feeds first, for ${naiveSeconds} s`);
    const naive = await trapNaiveFeeds(url, { writers, seconds: naiveSeconds });
    say(JSON.stringify(naive));
    const seconds = asked - naiveSeconds;
    const ours = await trapOurFeed(url, { writers, seconds, rows, say });
    const ok =
      ours.lost === 0 &&
      ours.backwards === 0 &&
      ours.rows > 0 &&
      naive.naiveLost > 0 &&
      naive.naiveLostByTime > 0;
    return { ok, writers, ...ours, ...naive };
  } finally {
    await postgres.stop();
  }
});
