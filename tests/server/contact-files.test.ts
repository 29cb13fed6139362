import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSqlRetentionStorage } from "../../server/storage/retention-storage.ts";
import { createSqlUpkeepStorage } from "../../server/storage/upkeep-storage.ts";
import {
  ENGINES,
  op,
  withServer,
  type TestDevice,
  type TestServer,
} from "../helpers/server.ts";

const DAY_MS = 86_400_000;

function attachment(contactId: string, bytes: Uint8Array) {
  return {
    ...{ id: randomUUID(), contactId, name: "Foto.jpg", mime: "image/jpeg" },
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

async function send(device: TestDevice, bytes: Uint8Array<ArrayBuffer>) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const call = (
    method: string,
    path: string,
    more: Record<string, string>,
    body?: BodyInit,
  ) =>
    fetch(device.url + path, {
      method,
      headers: {
        authorization: `Bearer ${device.access}`,
        "tus-resumable": "1.0.0",
        ...more,
      },
      ...(body ? { body } : {}),
    });
  await call("POST", "/v1/files", {
    "upload-length": String(bytes.length),
    "upload-metadata": `sha256 ${Buffer.from(sha256).toString("base64")}`,
  });
  const octets = "application/offset+octet-stream";
  await call(
    "PATCH",
    `/v1/files/${sha256}`,
    { "content-type": octets, "upload-offset": "0" },
    bytes,
  );
  return async () =>
    (await call("HEAD", `/v1/files/${sha256}`, {})).status === 200;
}

/** What the upkeep does with files, on a day after the first. */
function keeper({ sql, tenant, clock }: TestServer) {
  const retention = createSqlRetentionStorage(sql);
  return async (day: number) => {
    const now = clock.nowMs + day * DAY_MS;
    await retention.markFiles(tenant.tenantId, now);
    return retention.forgetFiles(tenant.tenantId, now - 30 * DAY_MS, 10);
  };
}

/** Whatever has been deleted so far is past its horizon. */
async function forgetDeletions({ sql, tenant }: TestServer): Promise<void> {
  const upkeep = createSqlUpkeepStorage(sql);
  await sql.query(`DELETE FROM feed_mark WHERE tenant_id = $1`, [
    tenant.tenantId,
  ]);
  await upkeep.markFeed(tenant.tenantId, 0);
  while ((await upkeep.forgetDeletions(tenant.tenantId, 1, 100)) > 0);
}

describe.each(ENGINES)("attachments of a contact on %s", (engine) => {
  test("a deleted contact takes its picture and files along; an edit that brings it back brings back the same, no other", () =>
    withServer(engine, async (server) => {
      const anna = await server.device("Anna");
      const beat = await server.device("Beat");
      const [card, other] = [randomUUID(), randomUUID()];
      const files = [card, card, card, other].map((id, n) =>
        attachment(id, new Uint8Array([n])),
      );
      const [photo, plan, old, theirs] = files.map(({ id }) => id);
      await anna.push([op.company(card, "A"), op.company(other, "B")]);
      await anna.push(files.map((file) => op.ins("files", file)));
      await anna.push([op.del("files", old ?? "", 1)]);
      const { docs, results } = await anna.push([op.del("contacts", card, 1)]);
      expect(results).toEqual([{ d: 4, s: "ok" }]);
      // The device that deleted the contact learns it with the answer.
      expect(
        docs
          .filter(({ c }) => c === "files")
          .map(({ id, deleted }) => [id, deleted]),
      ).toEqual([
        [photo, true],
        [plan, true],
      ]);
      expect([...(await beat.all("files")).keys()]).toEqual([theirs]);

      await beat.push([op.set("contacts", card, { phone: [null, "1"] })]);
      const back = new Set((await anna.all("files")).keys());
      expect(back).toEqual(new Set([photo, plan, theirs]));
      // A deletion that had not seen the edit leaves the contact, and so what it has.
      await anna.push([op.del("contacts", card, 2)]);
      expect((await anna.all("files")).size).toBe(3);
      expect((await anna.all("contacts")).size).toBe(2);
    }));

  test("bytes of which no document, deleted or not, has spoken for 30 days go; what somebody speaks of stays", () =>
    withServer(engine, async (server) => {
      const anna = await server.device("Anna");
      const stranger = await server.stranger();
      const [card, other] = [randomUUID(), randomUUID()];
      const bytes = [1, 2].map((n) => new Uint8Array(2_000).fill(n));
      const [shared = bytes[0]!, own = bytes[0]!] = bytes;
      await anna.push(
        [op.company(card, "A"), op.company(other, "B")],
        [op.ins("files", attachment(card, own))],
        [op.ins("files", attachment(card, shared))],
        [op.ins("files", attachment(other, shared))],
      );
      const isOwnThere = await send(anna, own);
      const isSharedThere = await send(anna, shared);
      const isTheirsThere = await send(stranger, own);
      const keep = keeper(server);
      expect(await keep(0)).toBe(0);
      expect(await keep(100)).toBe(0);
      await anna.push([op.del("contacts", card, 1)]);
      expect(await keep(100)).toBe(0);
      // As long as the deletion is known, a late edit brings the contact back with all that it had.
      expect(await keep(140)).toBe(0);
      expect(await keep(180)).toBe(0);
      await anna.push([op.set("contacts", card, { phone: [null, "1"] })]);
      expect((await anna.all("files")).size).toBe(3);
      expect(await isOwnThere()).toBe(true);
      await anna.push([op.del("contacts", card, 1_000)]);
      await forgetDeletions(server);
      expect(await keep(181)).toBe(0);
      expect(await keep(210)).toBe(0);
      // Spoken of again, and no more: the 30 days begin anew.
      const again = attachment(other, own);
      await anna.push([op.ins("files", again)]);
      expect(await keep(212)).toBe(0);
      await anna.push([op.del("files", again.id, 1)]);
      await forgetDeletions(server);
      expect(await keep(213)).toBe(0);
      expect(await keep(242)).toBe(0);
      expect(await isOwnThere()).toBe(true);
      expect(await keep(244)).toBe(1);
      expect(await keep(244)).toBe(0);
      expect(await isOwnThere()).toBe(false);
      expect(await isSharedThere()).toBe(true);
      expect(await isTheirsThere()).toBe(true);
      expect(
        await server.sql.query(
          `SELECT 1 AS one FROM file_chunk WHERE tenant_id = $1`,
          [anna.tenantId],
        ),
      ).toHaveLength(1);
    }));
});
