import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  compareDigest,
  FIRST_ID,
  type DifferingRange,
} from "../../shared/sync/digest.ts";
import type { DigestAnswer, Envelope } from "../../shared/sync/protocol.ts";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

async function digestOf(
  device: TestDevice,
  ranges = 256,
  part: { from?: string; until?: string } = {},
  collection = "contacts",
): Promise<DigestAnswer> {
  const asked = { collection, ranges, ...part };
  const { status, body } = await device.post("/v1/sync/digest", asked);
  expect(status).toBe(200);
  return body as DigestAnswer;
}

async function held(device: TestDevice): Promise<Envelope[]> {
  const page = await device.pull({ contacts: 0, notes: 0 });
  return page.docs.filter(({ deleted }) => !deleted);
}

const contacts = (docs: readonly Envelope[]) =>
  docs.filter(({ c }) => c === "contacts");

describe.each(ENGINES)("the digest on %s", (engine) => {
  test("a device that has pulled everything differs nowhere, and one that has missed a change is shown which id", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const ids = Array.from({ length: 40 }, () => randomUUID());
      const [gone = "", changed = "", ...rest] = ids;
      await cro.push(ids.map((id, n) => op.company(id, `Firma ${n}`)));
      await cro.push([op.del("contacts", gone, 1)]);
      const mine = contacts(await held(mbe));
      expect(mine).toHaveLength(39);
      const first = await digestOf(mbe);
      expect(first.ranges[0]?.lo).toBe(FIRST_ID);
      expect(first.ranges).toHaveLength(39);
      expect(compareDigest(first.ranges, mine)).toEqual([]);
      expect((await mbe.pull({})).head).toBe(first.head);

      const added = randomUUID();
      await cro.push([
        op.set("contacts", changed, { name: ["Firma 1", "Neu"] }),
        op.company(added, "Später"),
        op.del("contacts", rest[0] ?? "", 1),
      ]);
      const coarse = await digestOf(mbe, 4);
      expect(coarse.ranges).toHaveLength(4);
      const different: DifferingRange[] = [];
      for (const range of compareDigest(coarse.ranges, mine)) {
        const part = {
          from: range.from,
          ...(range.until === null ? {} : { until: range.until }),
        };
        const fine = await digestOf(mbe, 256, part);
        const inside = mine.filter(({ id }) => id >= range.from);
        different.push(...compareDigest(fine.ranges, inside, range.until));
      }
      const covers = ({ from, until }: DifferingRange) =>
        from <= changed && (until === null || changed < until);
      expect(different.filter(covers)).toHaveLength(1);
      const now = contacts(await held(mbe));
      expect(compareDigest(coarse.ranges, now)).toEqual([]);
      expect(different.length).toBeLessThan(5);
    }));

  test("what the caller may not read is in no sum: another's private note, another company", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const stranger = await server.stranger();
      await cro.push([op.company(randomUUID(), "A")]);
      const empty = { lo: FIRST_ID, count: 0, sum: "0".repeat(16) };
      expect((await digestOf(stranger)).ranges).toEqual([empty]);
      await server.deps.storage.write(cro.tenantId, 1, async (tenant) => {
        const [document] = await tenant.collection("contacts");
        if (!document) throw new Error("It was pushed");
        const id = randomUUID();
        const doc = { ...document.doc, id, v: { ...document.doc.v, id } };
        const bucket = `private:${cro.userId}`;
        await tenant.save([{ ...document, doc, bucket }]);
      });
      const counts = async (device: TestDevice) =>
        (await digestOf(device)).ranges.map(({ count }) => count);
      expect(await counts(cro)).toEqual([1, 1]);
      expect(await counts(mbe)).toEqual([1]);
      expect(
        compareDigest((await digestOf(cro)).ranges, contacts(await held(cro))),
      ).toEqual([]);
    }));

  test("what is no question gets 400: an unknown collection, no ranges, a part that is no id", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      for (const asked of [
        { collection: "drafts", ranges: 1 },
        { collection: "__proto__", ranges: 1 },
        { collection: "contacts" },
        { collection: "contacts", ranges: 0 },
        { collection: "contacts", ranges: 1, from: "x" },
        null,
      ]) {
        const { status } = await cro.post("/v1/sync/digest", asked);
        expect(status).toBe(400);
      }
      await digestOf(cro, 1_000_000_000);
      const backwards = await digestOf(cro, 2, {
        from: "ffffffff-ffff-ffff-ffff-ffffffffffff",
        until: FIRST_ID,
      });
      expect(backwards.ranges).toMatchObject([{ count: 0 }]);
    }));
});
