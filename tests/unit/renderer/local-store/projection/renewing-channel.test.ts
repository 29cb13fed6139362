import { expect, test } from "vitest";
import type {
  FromProjection,
  ToProjection,
} from "../../../../../renderer/local-store/projection/messages.ts";
import { renewingChannel } from "../../../../../renderer/local-store/projection/renewing-channel.ts";

/** Workers that only note what they are sent. */
function watched() {
  const workers: {
    readonly heard: ToProjection[];
    tell(message: FromProjection): void;
  }[] = [];
  const channel = renewingChannel(() => {
    const heard: ToProjection[] = [];
    let listener: (message: FromProjection) => void = () => {};
    workers.push({ heard, tell: (message) => listener(message) });
    return {
      post: (message) => void heard.push(message),
      listen(added) {
        listener = added;
      },
      terminate() {},
    };
  });
  return { workers, channel };
}

test("a new worker goes on with a scan that the old one has not ended, and with the wish to stop it", () => {
  const { workers, channel } = watched();
  const scan = (n: number) => ({ kind: "scan", n, setUp: {} }) as never;
  const stop: ToProjection = { kind: "stop-scan", n: 3 };
  for (const message of [scan(1), scan(2), scan(3), stop])
    channel.post(message);
  const [first] = workers;
  first?.tell({ kind: "answer", n: 1, answer: null });
  first?.tell({ kind: "renew" });
  workers[1]?.tell({ kind: "ready" });
  expect(workers[1]?.heard).toEqual([scan(2), scan(3), stop]);
});
