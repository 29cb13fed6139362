import { expect, test } from "vitest";
import {
  createUploadQueue,
  type UploadQueueDeps,
} from "../../../../shared/sync/upload-queue.ts";

type Answer = Awaited<ReturnType<UploadQueueDeps["send"]>>;

const stored: Answer = {
  status: "ok",
  body: { bytes: 1, received: 1, stored: true },
};

/** A queue with two files; the test says what is answered, and when a pause ends. */
function world() {
  const places = new Map([
    ["a", "waiting"],
    ["b", "waiting"],
  ]);
  const inPlace = (place: string) =>
    [...places].filter(([, at]) => at === place).map(([name]) => name);
  const sends: string[] = [];
  const answers: Answer[] = [];
  const pauses: { ms: number; fn: () => void }[] = [];
  const queue = createUploadQueue({
    shelf: {
      waiting: async () => inPlace("waiting"),
      refusedOnes: async () => inPlace("refused"),
      sentSince: async () => inPlace("sent"),
      open: async (name) => new TextEncoder().encode(name),
      sent: async (name) => void places.set(name, "sent"),
      refused: async (name) => void places.set(name, "refused"),
    },
    sha256: (bytes) => new TextDecoder().decode(bytes),
    send: async ({ sha256 }) => {
      sends.push(sha256);
      return answers.shift() ?? stored;
    },
    textWaits: async () => false,
    now: () => 0,
    random: () => 0.5,
    warn: () => {},
    after(ms, fn) {
      const pause = { ms, fn };
      pauses.push(pause);
      return () => void pauses.splice(pauses.indexOf(pause), 1);
    },
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { queue, places, sends, answers, pauses, settled };
}

test("a pause after a failure is kept, whoever wakes the queue; a line that comes up ends it", async () => {
  const { queue, sends, answers, pauses, settled } = world();
  answers.push({ status: "unreachable" }, { status: "unreachable" });
  queue.wake();
  await settled();
  for (let i = 0; i < 5; i += 1) queue.wake();
  await settled();
  expect(sends).toEqual(["a"]);
  expect(pauses).toHaveLength(1);
  queue.lineIsUp();
  await settled();
  expect(sends).toEqual(["a", "a"]);
  pauses.shift()?.fn();
  await settled();
  expect(sends).toEqual(["a", "a", "a", "b"]);
});

test("a pause for which the server asked ends when it said", async () => {
  const { queue, sends, answers, pauses, settled } = world();
  answers.push({
    ...{ status: "refused", http: 429, code: "busy", retryAfterMs: 60_000 },
  });
  queue.wake();
  await settled();
  queue.lineIsUp();
  await settled();
  expect(sends).toEqual(["a"]);
  expect(pauses.map(({ ms }) => ms)).toEqual([60_000]);
});

test("a revoked or unknown device asks no more until somebody wakes it", async () => {
  const { queue, sends, answers, pauses, settled } = world();
  answers.push({ ...{ status: "refused", http: 403, code: "revoked" } });
  queue.wake();
  await settled();
  expect([sends, pauses]).toEqual([["a"], []]);
  queue.lineIsUp();
  await settled();
  expect(sends).toEqual(["a", "a", "b"]);
});

test("one that the server will never take is counted for the person and holds nobody back", async () => {
  const { queue, places, answers, settled } = world();
  answers.push({ ...{ status: "refused", http: 413, code: "too_large" } });
  queue.wake();
  await settled();
  expect(await queue.waiting()).toBe(0);
  expect(await queue.refused()).toBe(1);
  expect([...places.values()]).toEqual(["refused", "sent"]);
});

test("what was sent is asked about once for each feed that the server turns out to have", async () => {
  const { queue, sends, answers, settled } = world();
  queue.wake();
  await settled();
  queue.heard("one");
  queue.heard("one");
  await settled();
  expect(sends).toEqual(["a", "b", "a", "b"]);
  queue.wake();
  await settled();
  expect(sends).toHaveLength(4);
  // A doubt that meets a bad line is not settled by that.
  answers.push(stored, { status: "unreachable" });
  queue.heard("two");
  await settled();
  expect(sends.slice(4)).toEqual(["a", "b"]);
  queue.lineIsUp();
  await settled();
  expect(sends.slice(4)).toEqual(["a", "b", "b"]);
});

test("an answer that does not call it whole leaves it waiting", async () => {
  const { queue, answers, pauses, settled } = world();
  answers.push({
    status: "ok",
    body: { bytes: 1, received: 1, stored: false },
  });
  queue.wake();
  await settled();
  expect(await queue.waiting()).toBe(2);
  expect(pauses).toHaveLength(1);
});
