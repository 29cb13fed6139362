import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, expect, test } from "vitest";
import {
  startServerProcess,
  type ServerProcess,
} from "../helpers/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "carnet-drain-"));
let server: ServerProcess | null = null;

afterEach(async () => {
  if (server?.child.exitCode === null) await server.end("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start() {
  server = startServerProcess("--port", "0", "--data", folder);
  const { listening = "" } = await server.next();
  return { server, url: listening };
}

/** The status of an answer and what it says of the connection, or the code of what went wrong. */
function ask(url: string, agent: Agent | false): Promise<string> {
  return new Promise((resolve) => {
    const outgoing = request(`${url}/v1/sync/pull`, { method: "POST", agent });
    outgoing.on("response", (answer) => {
      answer.resume();
      answer.on("end", () =>
        resolve(`${answer.statusCode} ${answer.headers.connection}`),
      );
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code ?? error.message),
    );
    outgoing.end("{}");
  });
}

test("a server that is told to stop answers all who had reached it by then, even those it had not looked at yet", async () => {
  const { server, url } = await start();
  const kept = new Agent({ keepAlive: true });
  expect(await ask(url, kept)).toBe("401 keep-alive");
  // Connected, and has not said a word.
  const slow = connect(Number(new URL(url).port), "127.0.0.1");
  await once(slow, "connect");
  // What a process does that gets no time from a busy machine.
  server.child.kill("SIGSTOP");
  const asked = [kept, ...Array.from({ length: 30 }, () => false as const)];
  const answers = Promise.all(asked.map((agent) => ask(url, agent)));
  await pause(200);
  server.child.kill("SIGTERM");
  server.child.kill("SIGCONT");
  const [onKept, ...others] = await answers;
  expect(onKept).toMatch(/^401 /);
  expect(others).toEqual(others.map(() => "401 close"));

  slow.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  const [answer] = (await once(slow, "data")) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer.toString()).toMatch(/^connection: close/im);
  expect(await server.exit()).toBe(0);
});

test("a server that is told to stop as soon as it has said that it listens ends as it should", async () => {
  const { server } = await start();
  expect(await server.end("SIGTERM")).toBe(0);
  expect(server.errors()).toMatch(/^\{[^\n]*"event":"stopping"\}\n$/);
});
