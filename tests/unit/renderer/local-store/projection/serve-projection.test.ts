import { expect, test } from "vitest";
import type {
  FeedMessage,
  FromProjection,
} from "../../../../../renderer/local-store/projection/messages.ts";
import { serveProjection } from "../../../../../renderer/local-store/projection/serve-projection.ts";

function served() {
  const said: FromProjection[] = [];
  const receive = serveProjection((message) => said.push(message));
  const port = { postMessage() {} } as unknown as MessagePort;
  receive({ kind: "feed", port });
  receive({ kind: "configure", key: null });
  const feed = (data: FeedMessage) =>
    port.onmessage?.({ data } as MessageEvent);
  const soon = () => new Promise((done) => setTimeout(done));
  return { said, receive, feed, soon };
}

test("nobody is told «no contacts» of a list that is still being read", async () => {
  const { said, receive, feed, soon } = served();
  receive({
    kind: "ask",
    n: 1,
    question: { ask: "counts", of: { text: "", kind: "all" } },
  });
  feed({ kind: "stored", c: "contacts", rows: [] });
  await soon();
  expect(said).toEqual([]);
  feed({ kind: "complete", c: "contacts" });
  await soon();
  expect(said).toContainEqual({
    kind: "answer",
    n: 1,
    answer: { all: 0, companies: 0, persons: 0, independent: 0 },
  });
});

test("a store that cannot be read is told with the question", async () => {
  const { said, receive, feed, soon } = served();
  feed({ kind: "failed", reason: "no key" });
  receive({
    kind: "ask",
    n: 1,
    question: { ask: "counts", of: { text: "", kind: "all" } },
  });
  await soon();
  expect(said).toEqual([{ kind: "refused", n: 1, reason: "Error: no key" }]);
});

test("a flood of changes is told at once and then gathered", async () => {
  const { said, feed, soon } = served();
  feed({ kind: "complete", c: "contacts" });
  for (let i = 0; i < 100; i++)
    feed({
      ...{ kind: "stored", c: "contacts" },
      rows: [{ id: "1", lwt: i, applied: 0, value: null }],
    });
  await soon();
  expect(said.filter(({ kind }) => kind === "changed")).toHaveLength(1);
  await new Promise((done) => setTimeout(done, 80));
  expect(said.filter(({ kind }) => kind === "changed")).toHaveLength(2);
});

test("in a flood, what was saved here is told at once; many at a time wait their turn", async () => {
  const { said, receive, feed, soon } = served();
  feed({ kind: "complete", c: "contacts" });
  await soon();
  const told = () => said.filter(({ kind }) => kind === "changed").length;
  const own = (...ids: readonly string[]) => {
    const rows = ids.map((id, i) => ({ id, d: i + 1, value: null }));
    receive({ kind: "own", changes: [{ c: "contacts", rows }] });
  };
  expect(told()).toBe(1);
  own("1");
  expect(told()).toBe(2);
  own("1", "2", "3", "4", "5", "6");
  expect(told()).toBe(2);
});
