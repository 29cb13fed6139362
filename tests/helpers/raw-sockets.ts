import { connect } from "node:net";
import { fuzzRequest } from "./fuzz-requests.ts";
import type { Sightings } from "./fuzz-run.ts";
import type { FuzzTarget } from "./fuzz-target.ts";
import { anyText, type Dice } from "./fuzz-values.ts";

const AT_ONCE = 16;
/** A server that waits for more of a request is waited for no longer than this. */
const SILENCE_MS = 150;

/** Bytes on real sockets: whole requests, broken, doubled and cut ones, and noise. */
export async function fuzzSockets(
  target: FuzzTarget,
  dice: Dice,
  count: number,
  seen: Sightings,
): Promise<void> {
  const port = Number(new URL(target.http.url).port);
  let sent = 0;
  const one = async () => {
    while (sent < count) {
      sent += 1;
      const bytes = message(target, dice);
      const answer = await exchange(port, bytes);
      const words = () => JSON.stringify(bytes.toString("latin1"));
      const statuses = answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm);
      for (const [n, [, status]] of [...statuses].entries())
        seen.answer(Number(status), n === 0 ? answer : "", words);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function message(target: FuzzTarget, dice: Dice): Buffer {
  if (dice.next() < 0.1) return Buffer.from(anyText(dice, 300), "latin1");
  const { method, path, headers, body } = fuzzRequest(
    dice,
    dice.pick(target.attackers),
  );
  const content = Buffer.from(body ?? "");
  const length = dice.next() < 0.85 ? content.length : dice.below(500);
  const lines = [
    `${method} ${path} HTTP/${dice.next() < 0.95 ? "1.1" : dice.pick(["1.0", "2.0", "9", ""])}`,
    "host: x",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${length}`,
    ...(dice.next() < 0.1 ? [dice.pick(STRANGE)] : []),
    ...(dice.next() < 0.5 ? ["connection: close"] : []),
  ];
  const whole = Buffer.concat([
    Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"),
    content,
  ]);
  const how = dice.next();
  if (how < 0.1) return whole.subarray(0, dice.below(whole.length));
  if (how < 0.2) return Buffer.concat([whole, whole]);
  if (how < 0.3) {
    const broken = Buffer.from(whole);
    broken[dice.below(broken.length)] = dice.below(256);
    return broken;
  }
  return whole;
}

const STRANGE = [
  "transfer-encoding: chunked",
  "transfer-encoding: chunked, identity",
  "content-length: 5",
  "expect: 100-continue",
  "upgrade: websocket",
  "connection: upgrade",
  `x-long: ${"a".repeat(20_000)}`,
  "host: other",
  "bad header",
  "\u0000: \u0000",
];

/** All that the server says until it closes or falls silent. */
function exchange(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1" }, () =>
      socket.write(bytes),
    );
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
    socket.on("data", (piece: Buffer) => pieces.push(piece));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(pieces).toString("latin1")));
  });
}
