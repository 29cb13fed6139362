import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { ask, type Fetch } from "../../../../electron/server/http.ts";
import { unreachableReason } from "../../../../electron/server/network-error.ts";
import { fakeServer, refusal, type Answer } from "./fake-server.ts";

const Schema = z.object({ head: z.int() });
const askFor = (answer: Answer) =>
  ask(
    fakeServer({ "/x": () => answer }).fetch,
    "https://crm.example.test/x",
    Schema,
    { body: { a: 1 }, access: "token" },
  );

test("an answer comes with the time at which it was there", async () => {
  const before = Date.now();
  const answer = await askFor([200, { head: 3 }]);
  expect(answer).toMatchObject({ status: "ok", body: { head: 3 } });
  expect(answer.status === "ok" && answer.receivedAt).toBeGreaterThanOrEqual(
    before,
  );
});

test("a refusal keeps its code, its message and when to come back", async () => {
  const response = Response.json(
    { error: { code: "busy", message: "later" } },
    { status: 429, headers: { "retry-after": "7" } },
  );
  expect(await askFor(response)).toEqual({
    status: "refused",
    http: 429,
    code: "busy",
    message: "later",
    retryAfterMs: 7000,
  });
});

const STRANGERS: readonly (readonly [string, Answer, string])[] = [
  [
    "a portal's page with 200",
    new Response("<html>Log in</html>"),
    "not-carnet",
  ],
  ["JSON of another program", [200, { hello: 1 }], "not-carnet"],
  ["a proxy's 404 page", new Response("<html>", { status: 404 }), "not-carnet"],
  [
    "a proxy's 502 page",
    new Response("<html>", { status: 502 }),
    "server-error",
  ],
  ["an empty answer", new Response(""), "not-carnet"],
];
for (const [what, answer, reason] of STRANGERS)
  test(`${what} counts as not reached: ${reason}`, async () => {
    expect(await askFor(answer)).toEqual({ status: "unreachable", reason });
  });

const ERRORS: readonly (readonly [string, string])[] = [
  ["net::ERR_NAME_NOT_RESOLVED", "dns"],
  ["net::ERR_CONNECTION_REFUSED", "refused"],
  ["net::ERR_INTERNET_DISCONNECTED", "offline"],
  ["net::ERR_CONNECTION_TIMED_OUT", "timeout"],
  ["net::ERR_CERT_AUTHORITY_INVALID", "certificate"],
  ["net::ERR_CONNECTION_RESET", "cut"],
  ["net::ERR_EMPTY_RESPONSE", "cut"],
  ["net::ERR_NETWORK_CHANGED", "cut"],
  ["Redirect was cancelled", "not-carnet"],
  ["something new", "network"],
];
for (const [message, reason] of ERRORS)
  test(`${message} means ${reason}`, () => {
    expect(unreachableReason(new Error(message))).toBe(reason);
  });

test("an answer that never comes means timeout", () => {
  expect(
    unreachableReason(
      AbortSignal.timeout(0).reason ?? new DOMException("", "TimeoutError"),
    ),
  ).toBe("timeout");
});

/** Writes an answer in `parts`, one every 40 ms; `whole` = it comes to its end. */
async function slowServer(parts: number, whole: boolean): Promise<string> {
  const text = JSON.stringify({ head: 3, filling: "é".repeat(parts) });
  const bytes = Buffer.from(text);
  const size = Math.ceil(bytes.length / parts);
  const server = createServer((_request, response) => {
    let at = 0;
    const drip = setInterval(() => {
      response.write(bytes.subarray(at, (at += size)));
      if (at < bytes.length) return;
      clearInterval(drip);
      response.end();
    }, 40);
    if (!whole) setTimeout(() => clearInterval(drip), 100);
    response.on("close", () => clearInterval(drip));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/x`;
}

test("an answer that comes slowly may take longer than the line may be silent", async () => {
  const url = await slowServer(20, true);
  const answer = await ask(fetch as Fetch, url, Schema, {}, 400);
  expect(answer).toMatchObject({ status: "ok", body: { head: 3 } });
});

test("an answer that stops coming means timeout, long before a whole minute", async () => {
  const url = await slowServer(20, false);
  const answer = await ask(fetch as Fetch, url, Schema, {}, 400);
  expect(answer).toEqual({ status: "unreachable", reason: "timeout" });
});

test("a token does not follow a redirect", async () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization}`);
    response.writeHead(302, { location: "/elsewhere" }).end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  const answer = await ask(
    fetch as Fetch,
    `http://127.0.0.1:${port}/x`,
    Schema,
    { access: "token" },
  );
  expect(answer).toEqual({ status: "unreachable", reason: "not-carnet" });
  expect(seen).toEqual(["/x Bearer token"]);
});

test("a server that is not there means refused", async () => {
  const answer = await ask(fetch as Fetch, "http://127.0.0.1:1/x", Schema, {});
  expect(answer.status).toBe("unreachable");
});

test("a refusal in our own words with a wrong shape is a stranger's", async () => {
  expect(await askFor([400, { error: "no" }])).toMatchObject({
    reason: "not-carnet",
  });
  expect(await askFor(refusal(400, "bad_request"))).toMatchObject({
    code: "bad_request",
  });
});
