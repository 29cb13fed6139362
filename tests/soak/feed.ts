// Writers with random holds before their commit and tailing readers, on a real PostgreSQL: our feed loses nothing, and
// naive feeds under the same load must lose something, or the load was none.
import { parseArgs } from "node:util";
import { trapOurFeed } from "../helpers/feed-trap.ts";
import { trapNaiveFeeds } from "../helpers/naive-feed.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "2" },
    writers: { type: "string", default: "16" },
    rounds: { type: "string" },
  },
});
const writers = Number(values.writers);
const asked = Number(values.minutes) * 60;
const started = performance.now();
const postgres = await startPostgres();
try {
  const url = await createDatabase(postgres.url);
  const naive = await trapNaiveFeeds(url, {
    writers,
    seconds: Math.min(20, asked / 5),
  });
  const ours = await trapOurFeed(url, { writers, seconds: asked * 0.8 });
  const ok =
    ours.lost === 0 &&
    ours.backwards === 0 &&
    ours.rows > 0 &&
    naive.naiveLost > 0 &&
    naive.naiveLostByTime > 0;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `${JSON.stringify({ ok, soak: "feed", writers, ...ours, ...naive, seconds })}\n`,
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  await postgres.stop();
}
