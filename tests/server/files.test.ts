import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { upload } from "../../electron/server/upload.ts";
import type { Fetch } from "../../electron/server/http.ts";
import { restoreInto } from "../../server/dump/restore-dump.ts";
import { writeDump } from "../../server/dump/write-dump.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import { faultProxy } from "../helpers/fault-proxy.ts";
import { seededDice } from "../helpers/fuzz-values.ts";
import {
  ENGINES,
  freshPostgresUrl,
  withServer,
  type TestDevice,
} from "../helpers/server.ts";

const MIB = 1024 * 1024;
const TUS = { "tus-resumable": "1.0.0" };
const OCTETS = "application/offset+octet-stream";

const sumOf = (bytes: Uint8Array, form: "hex" | "base64" = "hex") =>
  createHash("sha256").update(bytes).digest(form);
const metadata = (sha256: string) =>
  `name ${Buffer.from("été.jpg").toString("base64")},sha256 ${Buffer.from(sha256).toString("base64")}`;

/** tus as any client speaks it. */
function tus(device: TestDevice) {
  const ask = (
    method: string,
    where: string,
    headers: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
  ) =>
    fetch(`${device.url}${where}`, {
      method,
      headers: { authorization: `Bearer ${device.access}`, ...headers },
      ...(body && { body }),
    });
  return {
    ask,
    create: (sha256: string, length: number | string) =>
      ask("POST", "/v1/files", {
        ...TUS,
        "upload-length": String(length),
        "upload-metadata": metadata(sha256),
      }),
    head: (sha256: string) => ask("HEAD", `/v1/files/${sha256}`, TUS),
    patch: (
      sha256: string,
      offset: number,
      body: Uint8Array,
      headers: Record<string, string> = {},
    ) =>
      ask(
        "PATCH",
        `/v1/files/${sha256}`,
        {
          ...TUS,
          "content-type": OCTETS,
          "upload-offset": String(offset),
          ...headers,
        },
        new Uint8Array(body),
      ),
    get: (sha256: string, headers: Record<string, string> = {}) =>
      ask("GET", `/v1/files/${sha256}`, headers),
  };
}

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { error: { code: string } }).error.code;
const bytesOf = async (answer: Response) =>
  Buffer.from(await answer.arrayBuffer());

describe.each(ENGINES)("files on %s", (engine) => {
  test("an upload in pieces, with a look at where it stands; then it can be had, whole and by ranges", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const bytes = randomBytes(3 * MIB + 17);
      const sha256 = sumOf(bytes);
      const { create, head, patch, get } = tus(cro);
      expect((await head(sha256)).status).toBe(404);
      const made = await create(sha256, bytes.length);
      expect(made.status).toBe(201);
      expect(made.headers.get("location")).toBe(`/v1/files/${sha256}`);
      expect(made.headers.get("tus-resumable")).toBe("1.0.0");
      expect(Date.parse(made.headers.get("upload-expires") ?? "")).toBe(
        server.clock.nowMs + 24 * 3_600_000,
      );
      const half = 2 * MIB + 5;
      const first = await patch(sha256, 0, bytes.subarray(0, half), {
        "upload-checksum": `sha256 ${sumOf(bytes.subarray(0, half), "base64")}`,
      });
      expect(first.status).toBe(204);
      expect(first.headers.get("upload-offset")).toBe(String(half));
      const stands = await head(sha256);
      expect(stands.headers.get("upload-offset")).toBe(String(half));
      expect(stands.headers.get("upload-length")).toBe(String(bytes.length));
      expect(stands.headers.get("cache-control")).toBe("no-store");
      expect((await get(sha256)).status).toBe(404);
      // Another one of the company may go on with it.
      const last = await tus(mbe).patch(sha256, half, bytes.subarray(half));
      expect(last.status).toBe(204);
      expect(last.headers.get("upload-expires")).toBeNull();
      const whole = await get(sha256);
      expect(whole.headers.get("content-type")).toBe(
        "application/octet-stream",
      );
      expect((await bytesOf(whole)).equals(bytes)).toBe(true);
      const part = await get(sha256, { range: `bytes=${MIB - 3}-${MIB + 3}` });
      expect(part.status).toBe(206);
      expect(
        (await bytesOf(part)).equals(bytes.subarray(MIB - 3, MIB + 4)),
      ).toBe(true);
      // The same photograph once more: there is nothing to send.
      const again = await tus(mbe).create(sha256, bytes.length);
      expect(again.headers.get("upload-offset")).toBe(String(bytes.length));
      expect((await bytesOf(await get(sha256))).equals(bytes)).toBe(true);
    }));

  test("a wrong place is a conflict, of two at the same place one comes through", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const bytes = randomBytes(1000);
      const sha256 = sumOf(bytes);
      const { create, head, patch } = tus(cro);
      await create(sha256, 1000);
      const early = await patch(sha256, 10, bytes.subarray(10));
      expect([early.status, await codeOf(early)]).toEqual([
        409,
        "offset_conflict",
      ]);
      const both = await Promise.all([
        patch(sha256, 0, bytes.subarray(0, 500)),
        patch(sha256, 0, bytes.subarray(0, 500)),
      ]);
      expect(
        both.map(({ status }) => status).toSorted((a, b) => a - b),
      ).toEqual([204, 409]);
      expect((await head(sha256)).headers.get("upload-offset")).toBe("500");
      expect((await patch(sha256, 500, bytes.subarray(500))).status).toBe(204);
      expect((await patch(sha256, 1000, new Uint8Array())).status).toBe(204);
      expect((await patch(sha256, 0, bytes)).status).toBe(409);
    }));

  test("a chunk that was changed on the way is not taken; a whole that is not what its name says is thrown away", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const bytes = randomBytes(1000);
      const sha256 = sumOf(bytes);
      const { create, head, patch, get } = tus(cro);
      await create(sha256, 1000);
      const bad = await patch(sha256, 0, bytes, {
        "upload-checksum": `sha256 ${sumOf(randomBytes(9), "base64")}`,
      });
      expect([bad.status, await codeOf(bad)]).toEqual([
        460,
        "checksum_mismatch",
      ]);
      expect((await head(sha256)).headers.get("upload-offset")).toBe("0");
      const unknown = await patch(sha256, 0, bytes, {
        "upload-checksum": "md5 AAAA",
      });
      expect(unknown.status).toBe(400);
      const other = await patch(sha256, 0, randomBytes(1000));
      expect(other.status).toBe(460);
      expect((await head(sha256)).status).toBe(404);
      expect((await get(sha256)).status).toBe(404);
      await create(sha256, 1000);
      expect((await patch(sha256, 0, bytes)).status).toBe(204);
    }));

  test("another company neither sees it nor can go on with it, and has its own under the same name", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const stranger = tus(await server.stranger());
      const bytes = randomBytes(1000);
      const sha256 = sumOf(bytes);
      await tus(cro).create(sha256, 1000);
      await tus(cro).patch(sha256, 0, bytes.subarray(0, 400));
      expect((await stranger.head(sha256)).status).toBe(404);
      expect(
        (await stranger.patch(sha256, 400, bytes.subarray(400))).status,
      ).toBe(404);
      const own = await stranger.create(sha256, 1000);
      expect(own.headers.get("upload-offset")).toBe("0");
      await tus(cro).patch(sha256, 400, bytes.subarray(400));
      expect((await stranger.get(sha256)).status).toBe(404);
      expect((await tus(cro).get(sha256)).status).toBe(200);
    }));

  test("what nobody goes on with is forgotten after a day; what is whole is not", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const kept = randomBytes(500);
      const left = randomBytes(1000);
      await tus(cro).create(sumOf(kept), 500);
      await tus(cro).patch(sumOf(kept), 0, kept);
      await tus(cro).create(sumOf(left), 1000);
      await tus(cro).patch(sumOf(left), 0, left.subarray(0, 400));
      const { tenantId } = server.tenant;
      server.clock.nowMs += 24 * 3_600_000;
      const access = await server.deps.tokens.issue({
        ...{ tenantId, userId: cro.userId, deviceId: cro.deviceId },
      });
      const later = tus({ ...cro, access });
      expect((await later.head(sumOf(left))).status).toBe(404);
      expect((await later.head(sumOf(kept))).status).toBe(200);
      await later.create(sumOf(randomBytes(3)), 3);
      const rows = await server.sql.query(
        `SELECT 1 AS one FROM file_chunk WHERE tenant_id = $1 AND sha256 = $2`,
        [tenantId, sumOf(left)],
      );
      expect(rows).toEqual([]);
    }));

  test("what tus does not allow, or nobody would send, is refused as what it is", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const sha256 = sumOf(randomBytes(4));
      const { ask, create, patch, head, get } = tus(cro);
      const status = async (answer: Promise<Response>) => (await answer).status;
      expect(await status(create(sha256, 25 * MIB + 1))).toBe(413);
      for (const length of ["-1", "1e3", "", "9".repeat(30), "abc"])
        expect(await status(create(sha256, length))).toBe(400);
      for (const name of ["x", sha256.toUpperCase(), `${sha256}0`, "../../etc"])
        expect(await status(create(name, 5))).toBe(400);
      const post = (headers: Record<string, string>) =>
        status(ask("POST", "/v1/files", { ...TUS, ...headers }));
      expect(await post({ "upload-length": "5" })).toBe(400);
      expect(
        await post({
          "upload-length": "5",
          "upload-metadata": "sha256 é€?",
        }).catch(() => 400),
      ).toBe(400);
      expect(
        await status(
          ask("POST", "/v1/files", {
            "upload-length": "5",
            "upload-metadata": metadata(sha256),
          }),
        ),
      ).toBe(412);
      expect(await status(patch(sha256, 0, randomBytes(4)))).toBe(404);
      await create(sha256, 5);
      expect(await status(patch(sha256, 0, randomBytes(6)))).toBe(413);
      expect(
        await status(
          patch(sha256, 0, randomBytes(4), { "content-type": "text/plain" }),
        ),
      ).toBe(415);
      expect(
        await status(
          patch(sha256, 0, randomBytes(4), { "upload-offset": "x" }),
        ),
      ).toBe(400);
      expect(await status(patch("nothing", 0, randomBytes(4)))).toBe(404);
      expect(await status(patch(sha256, 0, randomBytes(4 * MIB + 1)))).toBe(
        413,
      );
      expect(await status(head("nothing"))).toBe(404);
      expect(await status(get(`${sha256}%00`))).toBe(404);
      const options = await ask("OPTIONS", "/v1/files", {});
      expect(options.status).toBe(204);
      expect(options.headers.get("tus-extension")).toBe(
        "creation,checksum,expiration",
      );
      expect(
        await status(
          fetch(`${cro.url}/v1/files/${sha256}`, {
            method: "HEAD",
            headers: TUS,
          }),
        ),
      ).toBe(401);
    }));

  test("nothing at all is a file, too", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const { create, get } = tus(cro);
      const sha256 = sumOf(new Uint8Array());
      expect(
        (await create(sha256, 0)).headers.get("upload-expires"),
      ).toBeNull();
      const answer = await get(sha256);
      expect(answer.status).toBe(200);
      expect((await bytesOf(answer)).length).toBe(0);
    }));

  test("what came before a cut is kept", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const bytes = randomBytes(300_000);
      const sha256 = sumOf(bytes);
      const { create, head, patch } = tus(cro);
      await create(sha256, bytes.length);
      const sent = request(`${cro.url}/v1/files/${sha256}`, {
        method: "PATCH",
        headers: {
          ...TUS,
          authorization: `Bearer ${cro.access}`,
          "content-type": OCTETS,
          "upload-offset": "0",
          "content-length": bytes.length,
        },
      });
      sent.on("error", () => {});
      sent.write(bytes.subarray(0, 200_000), () =>
        setTimeout(() => sent.destroy(), 200),
      );
      const offset = async () =>
        Number((await head(sha256)).headers.get("upload-offset"));
      await expect.poll(offset, { timeout: 10_000 }).toBeGreaterThan(0);
      const at = await offset();
      expect(at).toBeLessThanOrEqual(200_000);
      expect((await patch(sha256, at, bytes.subarray(at))).status).toBe(204);
    }));
});

test("the device's uploader goes on after every cut, sends nothing twice, and ends with the file", () =>
  withServer("postgres", async (server) => {
    const cro = await server.device("Chantal");
    const dice = seededDice(7);
    const proxy = await faultProxy(server.url, () => dice.next());
    try {
      const bytes = new Uint8Array(randomBytes(2 * MIB));
      let read = 0;
      const file = {
        ...{ sha256: sumOf(bytes), bytes: bytes.length },
        async read(from: number, to: number) {
          read += to - from;
          return bytes.slice(from, to);
        },
      };
      const token = { status: "ok", body: cro.access, receivedAt: 0 } as const;
      const tokens = { access: async () => token, renewed: async () => token };
      // A line that is cut after a while, so that nothing hangs.
      const nodeFetch: Fetch = (url, init) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(4_000) });
      const deps = { fetch: nodeFetch, tokens, url: proxy.url };
      proxy.storm();
      const outcomes: string[] = [];
      for (let n = 0; n < 12; n++) {
        const answer = await upload(deps, file);
        outcomes.push(answer.status);
        if (answer.status === "ok") break;
      }
      proxy.heal();
      const answer = await upload(deps, file);
      expect(answer.status).toBe("ok");
      expect(outcomes).toContain("unreachable");
      const held = await tus(cro).get(file.sha256);
      expect((await bytesOf(held)).equals(Buffer.from(bytes))).toBe(true);
      const before = read;
      expect((await upload(deps, file)).status).toBe("ok");
      expect(read).toBe(before);
    } finally {
      await proxy.close();
    }
  }));

test("a dump holds the files, and a restored server has them", () =>
  withServer("postgres", async (server) => {
    const folder = await mkdtemp(path.join(tmpdir(), "carnet-files-"));
    const own = await openPostgres(await freshPostgresUrl());
    try {
      const cro = await server.device("Chantal");
      const bytes = randomBytes(2 * MIB + 3);
      await tus(cro).create(sumOf(bytes), bytes.length);
      await tus(cro).patch(sumOf(bytes), 0, bytes);
      const file = path.join(folder, `${randomUUID()}.gz`);
      await writeDump(server.sql, file, server.clock.nowMs);
      await restoreInto(own, file);
      await withServer(own, async (restored) => {
        const held = await tus({ ...cro, url: restored.url }).get(sumOf(bytes));
        expect((await bytesOf(held)).equals(bytes)).toBe(true);
      });
    } finally {
      await own.close();
      await rm(folder, { recursive: true, force: true });
    }
  }));
