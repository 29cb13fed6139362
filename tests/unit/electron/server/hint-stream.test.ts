import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { createHintStream } from "../../../../electron/server/hint-stream.ts";
import type { Fetch } from "../../../../electron/server/http.ts";
import type { Hint } from "../../../../shared/sync/protocol.ts";

/** A real server on the loopback whose streams the test writes to and cuts. */
async function world(
  options: { readonly silenceMs?: number; readonly random?: () => number } = {},
) {
  const streams: ServerResponse[] = [];
  const access: (string | undefined)[] = [];
  let valid = "a0";
  const refusal = { status: 0 };
  const refused: unknown[] = [];
  const server = createServer((request, response) => {
    access.push(request.headers.authorization);
    if (request.headers.authorization !== `Bearer ${valid}`) {
      response.writeHead(401, { "content-type": "application/json" }).end("{}");
      return;
    }
    if (refusal.status > 0) {
      const error = { code: "revoked", message: "", device: "d1", wipe: true };
      response.writeHead(refusal.status).end(JSON.stringify({ error }));
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    streams.push(response);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  const hints: Hint[] = [];
  const ups: boolean[] = [];
  let token = "a0";
  const stream = createHintStream({
    fetch: fetch as Fetch,
    url: `http://127.0.0.1:${port}`,
    random: () => 0,
    tokens: {
      access: async () => ({ status: "ok", body: token, receivedAt: 0 }),
      renewed: async () => {
        token = valid;
        return { status: "ok", body: token, receivedAt: 0 };
      },
    },
    onHint: (hint) => hints.push(hint),
    onUp: (up) => ups.push(up),
    onRefused: (answer) => refused.push(answer),
    ...options,
  });
  onTestFinished(() => {
    stream.stop();
    server.closeAllConnections();
    server.close();
  });
  stream.start();
  const connected = (count: number) =>
    vi.waitFor(() => expect(streams).toHaveLength(count), { timeout: 5000 });
  await connected(1);
  return {
    refusal,
    refused,
    stream,
    streams,
    access,
    hints,
    ups,
    connected,
    expire: () => {
      valid = "a1";
    },
  };
}

test("hints arrive, and a heartbeat makes good for a lost one", async () => {
  const { streams, hints, ups } = await world();
  streams[0]!.write('data: {"head":5,"collections":["contacts"]}\n\n');
  streams[0]!.write(":hb 5\n\n:hb 8\n\ndata: not json\n\n:hb 8\n\n");
  await vi.waitFor(() =>
    expect(hints).toEqual([
      { head: 5, collections: ["contacts"] },
      { head: 8, collections: [] },
    ]),
  );
  expect(ups).toEqual([true]);
});

test("a stream that ends is opened again, and the window is told", async () => {
  const { streams, connected, ups } = await world();
  streams[0]!.end();
  await connected(2);
  await vi.waitFor(() => expect(ups).toEqual([true, false, true]));
});

test("a silent stream is given up although the socket says nothing", async () => {
  const { connected, ups } = await world({ silenceMs: 150 });
  await connected(3);
  expect(ups.slice(0, 3)).toEqual([true, false, true]);
});

test("bytes of any kind keep it", async () => {
  const { streams } = await world({ silenceMs: 400 });
  for (let i = 0; i < 8; i += 1) {
    streams[0]!.write(":hb 1\n\n");
    await new Promise((later) => setTimeout(later, 100));
  }
  expect(streams).toHaveLength(1);
});

test("a token that has run out is renewed before the next try", async () => {
  const { streams, expire, connected, access } = await world();
  expire();
  streams[0]!.end();
  await connected(2);
  expect(access.at(-1)).toBe("Bearer a1");
});

test("after a wake-up it reconnects at once; stopped, it stays closed", async () => {
  const { stream, streams, connected, ups } = await world();
  await vi.waitFor(() => expect(ups).toEqual([true]));
  stream.restart();
  await connected(2);
  await vi.waitFor(() => expect(ups).toEqual([true, false, true]));
  stream.stop();
  expect(ups).toEqual([true, false, true, false]);
  await new Promise((later) => setTimeout(later, 400));
  expect(streams).toHaveLength(2);
});

test("an answer of the server ends the wait of a stream that was cut", async () => {
  // Full jitter at its longest: two seconds before the second try.
  const { stream, streams, connected } = await world({ random: () => 0.99 });
  streams[0]?.destroy();
  await new Promise((done) => setTimeout(done, 100));
  const asked = performance.now();
  stream.serverAnswers();
  await connected(2);
  expect(performance.now() - asked).toBeLessThan(1800);
});

test("a stream that the server refuses says why: it may be how this device hears that it was revoked", async () => {
  const { refusal, refused, streams } = await world();
  refusal.status = 403;
  streams[0]?.destroy();
  await vi.waitFor(() => expect(refused.length).toBeGreaterThan(0), {
    timeout: 5000,
  });
  expect(refused[0]).toMatchObject({
    ...{ status: "refused", http: 403, code: "revoked" },
    ...{ device: "d1", wipe: true },
  });
});
