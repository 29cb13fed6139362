import { once } from "node:events";
import {
  createServer,
  request,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** What may happen to one request on a bad line. */
export const FAULTS = [
  "none",
  "latency",
  "reset",
  "half-open",
  "answer-held",
  "truncated",
  "twice",
  "again-later",
  "answer-lost",
  "slow",
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  readonly url: string;
  /** From now on every request draws its fault, and now and then the whole line is down for some seconds. */
  storm(): void;
  /**
   * The line is good again. What hung is delivered late or reset, one as often as the other, as TCP does when the way
   * is back; nobody is told.
   */
  heal(): void;
  counts(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Bytes a second of a slow line, sent in four pieces. */
const SLOW = 1024;

/** A proxy between devices and a server that does to requests and answers what bad lines and other proxies do. */
export async function faultProxy(
  target: string,
  random: () => number = Math.random,
): Promise<FaultProxy> {
  let stormy = false;
  let down = false;
  let healed = Promise.withResolvers<void>();
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const base = new URL(target);

  /** Sends the request on; the answer as it comes. Rejects where the server cannot be reached. */
  function onward(from: IncomingMessage, body: Buffer | Slowly) {
    const answer = Promise.withResolvers<IncomingMessage>();
    const { host: _host, ...headers } = from.headers;
    const sent = request(
      {
        hostname: base.hostname,
        port: base.port,
        path: from.url,
        method: from.method,
        headers,
        agent: false,
      },
      answer.resolve,
    );
    sent.on("error", answer.reject);
    if (Buffer.isBuffer(body)) sent.end(body);
    else void body((piece) => sent.write(piece)).then(() => sent.end());
    return answer.promise;
  }

  async function pass(
    from: IncomingMessage,
    to: ServerResponse,
    body: Buffer,
  ): Promise<void> {
    const answer = await onward(from, body);
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on("error", () => reset(to));
    answer.pipe(to);
    to.on("close", () => answer.destroy());
  }

  async function hang(
    from: IncomingMessage,
    to: ServerResponse,
    deliver: () => Promise<void>,
  ): Promise<void> {
    await Promise.race([healed.promise, once(to, "close")]);
    if (to.destroyed || random() < 0.5) return reset(to);
    await deliver();
  }

  async function suffer(
    fault: Fault,
    from: IncomingMessage,
    to: ServerResponse,
    body: Buffer,
  ): Promise<void> {
    switch (fault) {
      case "none":
        return pass(from, to, body);
      case "latency":
        await pause(50 + random() * 2_000);
        return pass(from, to, body);
      case "reset":
        return reset(to);
      case "half-open":
        return hang(from, to, () => pass(from, to, body));
      case "answer-held": {
        const { status, headers, bytes } = await whole(
          await onward(from, body),
        );
        return hang(from, to, async () => {
          to.writeHead(status, headers).end(bytes);
        });
      }
      case "truncated": {
        const { status, headers, bytes } = await whole(
          await onward(from, body),
        );
        const length = { ...headers, "content-length": `${bytes.length}` };
        delete (length as Record<string, unknown>)["transfer-encoding"];
        to.writeHead(status, length);
        to.write(bytes.subarray(0, Math.floor(random() * bytes.length)));
        await pause(20);
        return reset(to);
      }
      case "twice": {
        const both = [onward(from, body), onward(from, body)].map(
          async (answer) => whole(await answer),
        );
        const kept = (await Promise.all(both))[random() < 0.5 ? 0 : 1];
        to.writeHead(kept?.status ?? 502, kept?.headers).end(kept?.bytes);
        return;
      }
      case "again-later":
        await pass(from, to, body);
        await pause(random() * 8_000);
        await whole(await onward(from, body));
        return;
      case "answer-lost":
        await whole(await onward(from, body));
        return reset(to);
      case "slow": {
        const slowly = (bytes: Buffer) => inPieces(bytes, () => stormy);
        const answer = await whole(await onward(from, slowly(body)));
        to.writeHead(answer.status, answer.headers);
        await slowly(answer.bytes)((piece) => to.write(piece));
        to.end();
      }
    }
  }

  /** Hints are for hours: a stream breaks after a while, or falls silent and stays so. */
  async function sufferStream(
    from: IncomingMessage,
    to: ServerResponse,
  ): Promise<void> {
    const answer = await onward(from, Buffer.alloc(0));
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on("error", () => reset(to));
    to.on("close", () => answer.destroy());
    let silent = false;
    const late: Buffer[] = [];
    answer.on("data", (bytes: Buffer) => {
      if (silent) late.push(bytes);
      else to.write(bytes);
    });
    answer.on("end", () => to.end());
    await Promise.race([pause(2_000 + random() * 60_000), once(to, "close")]);
    if (!stormy || to.destroyed) return;
    count("stream");
    if (random() < 0.5) return reset(to);
    silent = true;
    await hang(from, to, async () => {
      to.write(Buffer.concat(late));
      silent = false;
    });
  }

  const server = createServer((from, to) => {
    void (async () => {
      const body = await bytesOf(from);
      count("requests");
      if (down) return reset(to);
      if (from.url?.endsWith("/stream")) return sufferStream(from, to);
      const fault = stormy ? draw(random) : "none";
      if (stormy) count(fault);
      await suffer(fault, from, to, body);
    })().catch(() => reset(to));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  async function outages(): Promise<void> {
    while (stormy) {
      await pause(20_000 + random() * 40_000, undefined, { ref: false });
      if (!stormy) return;
      count("outage");
      down = true;
      server.closeAllConnections();
      await pause(random() * 10_000, undefined, { ref: false });
      down = false;
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    storm() {
      stormy = true;
      healed = Promise.withResolvers();
      void outages();
    },
    heal() {
      stormy = false;
      down = false;
      healed.resolve();
    },
    counts: () => ({ ...counts }),
    async close() {
      healed.resolve();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type Slowly = (write: (piece: Buffer) => void) => Promise<void>;

/** One request in three passes; half-open ones are rarer, each costs the app a minute. */
function draw(random: () => number): Fault {
  const dice = random();
  if (dice < 0.33) return "none";
  if (dice < 0.36) return "half-open";
  if (dice < 0.39) return "answer-held";
  const others = FAULTS.filter((fault) => !HANGING.has(fault));
  return others[Math.floor(random() * others.length)] ?? "none";
}

const HANGING: ReadonlySet<Fault> = new Set([
  "none",
  "half-open",
  "answer-held",
]);

function reset(to: ServerResponse): void {
  const { socket } = to;
  if (socket && !socket.destroyed) socket.resetAndDestroy();
  to.destroy();
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function whole(answer: IncomingMessage) {
  const bytes = await bytesOf(answer);
  return { status: answer.statusCode ?? 502, headers: answer.headers, bytes };
}

/** As slowly as the line is while `slow` says so; then the rest at once. */
function inPieces(bytes: Buffer, slow: () => boolean): Slowly {
  return async (write) => {
    for (let at = 0; at < bytes.length; at += SLOW / 4) {
      const end = slow() ? at + SLOW / 4 : bytes.length;
      write(bytes.subarray(at, end));
      if (end >= bytes.length) return;
      await pause(250);
    }
  };
}
