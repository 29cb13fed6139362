import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openFileShelf, type FileShelf } from "../../electron/os/file-shelf.ts";
import type { Fetch } from "../../electron/server/http.ts";
import { download, readAttachment } from "../../electron/server/attachments.ts";
import { upload } from "../../electron/server/upload.ts";
import { openUploadQueue } from "../../electron/server/upload-queue.ts";
import { MAX_FILE_BYTES } from "../../shared/entities/file.ts";
import { startCuttableLine } from "../helpers/cuttable-line.ts";
import {
  withServer,
  type TestDevice,
  type TestServer,
} from "../helpers/server.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const KEY = createHash("sha256").update("shelf").digest();
const sumOf = (bytes: Uint8Array) =>
  createHash("sha256").update(bytes).digest("hex");

/** A device's queue, from one start of the app to its end. */
function start(shelf: FileShelf, device: TestDevice, url: string) {
  const text = { waits: false };
  const token = { status: "ok", body: device.access, receivedAt: 0 } as const;
  const tokens = { access: async () => token, renewed: async () => token };
  const nodeFetch: Fetch = (to, init) => fetch(to, init);
  const warned: string[] = [];
  const queue = openUploadQueue({
    shelf,
    send: (file) => upload({ fetch: nodeFetch, tokens, url }, file),
    textWaits: async () => text.waits,
    warn: (line) => warned.push(line),
  });
  return { ...queue, text, warned };
}

/** What the server has of the company's files, and how many bytes of each are kept. */
async function heldBy({ sql, tenant }: TestServer) {
  const rows = await sql.query<{
    sha256: string;
    stored: boolean;
    kept: number;
  }>(
    `SELECT b.sha256, b.stored, (SELECT coalesce(sum(length(c.bytes)), 0)::int FROM file_chunk c
       WHERE c.tenant_id = $1 AND c.sha256 = b.sha256) AS kept
     FROM file_blob b WHERE b.tenant_id = $1`,
    [tenant.tenantId],
  );
  return new Map(rows.map(({ sha256, ...row }) => [sha256, row]));
}

test("attachments wait for the text, go on where a cut or a restart has left them, and are once on the server", () =>
  withServer("postgres", async (server) => {
    const cro = await server.device("Chantal");
    const line = await startCuttableLine();
    const url = new URL(line.through(server.url)).origin;
    const folder = temporaryFolder();
    const [photo, plan] = [2_000_000, 300_000].map((n) => randomBytes(n));
    if (!photo || !plan) throw new Error("There are two");
    try {
      const first = await openFileShelf(folder, KEY);
      const added = await first.add(photo);
      expect(added).toEqual({ sha256: sumOf(photo), bytes: photo.length });
      await first.add(plan);
      await first.add(photo);
      const before = start(first, cro, url);
      before.text.waits = true;
      before.wake();
      await expect.poll(before.waiting).toBe(2);
      expect((await heldBy(server)).size).toBe(0);

      // Cut in the middle of the second piece, and once more in the next one; the app ends there.
      const isCut = () =>
        fetch(`${url}/healthz`).then(
          () => false,
          () => true,
        );
      const keptOf = async (bytes: Uint8Array) =>
        (await heldBy(server)).get(sumOf(bytes))?.kept;
      line.cutAt("upload-offset: 524288");
      before.text.waits = false;
      before.wake();
      await expect.poll(isCut, { timeout: 20_000 }).toBe(true);
      expect(await keptOf(photo)).toBe(524_288);
      line.mend();
      line.cutAt("upload-offset: 1048576");
      await expect.poll(isCut, { timeout: 20_000 }).toBe(true);
      expect(await keptOf(photo)).toBe(1_048_576);
      await before.close();
      line.mend();

      const shelf = await openFileShelf(folder, KEY);
      expect(await shelf.waiting()).toHaveLength(2);
      const after = start(shelf, cro, url);
      after.wake();
      await expect.poll(after.waiting, { timeout: 20_000 }).toBe(0);
      expect(await heldBy(server)).toEqual(
        new Map([
          [sumOf(photo), { stored: true, kept: photo.length }],
          [sumOf(plan), { stored: true, kept: plan.length }],
        ]),
      );
      await after.close();

      // The server is restored from before: at the next start what is lost there goes out again.
      await server.sql.query(`DELETE FROM file_chunk WHERE tenant_id = $1`, [
        cro.tenantId,
      ]);
      await server.sql.query(`DELETE FROM file_blob WHERE tenant_id = $1`, [
        cro.tenantId,
      ]);
      const again = start(await openFileShelf(folder, KEY), cro, url);
      again.wake();
      again.heard("the feed of the restored server");
      await expect
        .poll(() => keptOf(photo), { timeout: 20_000 })
        .toBe(photo.length);
      await expect
        .poll(() => keptOf(plan), { timeout: 20_000 })
        .toBe(plan.length);
      await again.close();
    } finally {
      await line.close();
    }
  }));

test("a colleague's device fetches the bytes piece by piece, once; what is not there yet or is not it says so", () =>
  withServer("pglite", async (server) => {
    const [cro, mbe] = [
      await server.device("Chantal"),
      await server.device("Marco"),
    ];
    const line = await startCuttableLine();
    const url = new URL(line.through(server.url)).origin;
    const photo = new Uint8Array(randomBytes(2_500_000));
    const file = { sha256: sumOf(photo), bytes: photo.length };
    const shelf = await openFileShelf(temporaryFolder(), KEY);
    const token = { status: "ok", body: mbe.access, receivedAt: 0 } as const;
    const tokens = { access: async () => token, renewed: async () => token };
    const nodeFetch: Fetch = (to, init) => fetch(to, init);
    const read = (of: { sha256: string; bytes: number }) =>
      readAttachment(
        {
          shelf,
          download: (one) => download({ fetch: nodeFetch, tokens, url }, one),
        },
        of,
      );
    try {
      expect(await read(file)).toEqual({ bytes: null, missing: "notThere" });
      const own = await openFileShelf(temporaryFolder(), KEY);
      await own.add(photo);
      const queue = start(own, cro, server.url);
      queue.wake();
      await expect.poll(queue.waiting, { timeout: 20_000 }).toBe(0);
      await queue.close();
      expect(await read({ ...file, bytes: 2_000_000 })).toEqual({
        bytes: null,
        missing: "notThere",
      });
      expect((await read(file)).bytes).toEqual(photo);
      line.cut();
      expect((await read(file)).bytes).toEqual(photo);
      expect(await read({ sha256: sumOf(KEY), bytes: 10 })).toEqual({
        bytes: null,
        missing: "noLine",
      });
    } finally {
      await line.close();
    }
  }));

test("on the disk nothing of a file can be read or recognised; a damaged one and one that is refused hold nobody back", () =>
  withServer("pglite", async (server) => {
    const cro = await server.device("Chantal");
    const folder = temporaryFolder();
    const shelf = await openFileShelf(folder, KEY);
    const [damaged, photo] = [randomBytes(50_000), randomBytes(50_000)];
    const tooLarge = new Uint8Array(MAX_FILE_BYTES + 1);
    await shelf.add(damaged);
    const [file = ""] = readdirSync(folder);
    const sealed = readFileSync(path.join(folder, file));
    expect(file).not.toContain(sumOf(damaged).slice(0, 16));
    expect(sealed.includes(damaged.subarray(1_000, 1_032))).toBe(false);
    sealed[20_000] = (sealed[20_000] ?? 0) ^ 1;
    writeFileSync(path.join(folder, file), sealed);
    await shelf.add(tooLarge);
    await shelf.add(photo);

    const queue = start(shelf, cro, server.url);
    queue.wake();
    await expect.poll(queue.waiting, { timeout: 20_000 }).toBe(0);
    expect([...(await heldBy(server)).keys()]).toEqual([sumOf(photo)]);
    expect(queue.warned).toEqual([
      "uploads: a file cannot be read any more",
      "uploads: refused, too_large",
    ]);
    await queue.close();
    // Nothing is ever thrown away here.
    expect(
      readdirSync(folder)
        .map((name) => path.extname(name))
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual([".damaged", ".refused", ".sent"]);
    expect(await shelf.read(sumOf(photo))).toEqual(new Uint8Array(photo));
    expect(await shelf.read(sumOf(damaged))).toBeNull();
    const stranger = await openFileShelf(folder, randomBytes(32));
    expect(await stranger.read(sumOf(photo))).toBeNull();
  }));
