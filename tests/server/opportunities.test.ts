import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { entriesInOrder } from "../../shared/domain/opportunity-entries.ts";
import type { Opportunity } from "../../shared/entities/opportunity.ts";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

const entry = (stage: number, changedOn: string, action: string) => ({
  stage,
  changedOn,
  action,
  estimatedMinor: 4_800_000,
  chances: 30,
  completed: 2,
  probability: 16,
});

const running = (
  id: string,
  contactId: string,
  entries: Record<string, unknown>,
  status = "inProgress",
) =>
  op.ins("opportunities", {
    ...{ id, contactId, description: "AF-200", status, entries },
    createdOn: "2026-03-13",
  });

async function said(device: TestDevice, ...groups: readonly unknown[][]) {
  const { results } = await device.push(...groups);
  return results.map(({ s, code }) => code ?? s);
}

describe.each(ENGINES)("opportunities on %s", (engine) => {
  test("OPP-8: what runs is not deleted, what is closed or has only begun may be", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, begun, moved, lost] = Array.from({ length: 4 }, () =>
        randomUUID(),
      ) as [string, string, string, string];
      const first = { [randomUUID()]: entry(1, "2026-03-13", "first") };
      const two = { ...first, [randomUUID()]: entry(2, "2026-03-20", "next") };
      await cro.push([
        op.company(company, "Firma"),
        running(begun, company, first),
        running(moved, company, two),
        running(lost, company, two, "lost"),
      ]);
      expect(
        await said(
          cro,
          [op.del("opportunities", begun, 1)],
          [op.del("opportunities", moved, 1)],
          [op.del("opportunities", lost, 1)],
        ),
      ).toEqual(["ok", "in_progress", "ok"]);
      expect([...(await cro.all("opportunities")).keys()]).toEqual([moved]);
    }));

  test("OPP-3, OFF-9: the moves of two laptops are both kept, in the order of their days", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, id, own, a, b] = Array.from({ length: 5 }, () =>
        randomUUID(),
      ) as [string, string, string, string, string];
      await cro.push([
        op.company(company, "Firma"),
        running(id, company, { [own]: entry(1, "2026-03-13", "first") }),
      ]);
      const move = (entryId: string, day: string) =>
        op.set("opportunities", id, {
          [`entries/${entryId}`]: [null, entry(2, day, "next")],
        });
      expect(await said(mbe, [move(b, "2026-03-24")])).toEqual(["ok"]);
      expect(await said(cro, [move(a, "2026-03-20")])).toEqual(["ok"]);
      const stored = (await mbe.all("opportunities")).get(id);
      expect(
        entriesInOrder(stored as unknown as Opportunity).map((one) => [
          one.id,
          one.daysOpen,
        ]),
      ).toEqual([
        [own, 7],
        [a, 4],
        [b, null],
      ]);
    }));
});
