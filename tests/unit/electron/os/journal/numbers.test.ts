import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNumber } from "../../../../../electron/os/journal/number-ranges.ts";
import { failingDisk, openAt } from "./journal-fixture.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const lease = (lo: number, hi: number) => ({
  series: "contacts",
  lo,
  hi,
  format: "CT{000000}",
});

test("NUM: a number is given in the pattern of its lease", async () => {
  const journal = await openAt(temporaryFolder());
  expect(await journal.takeNumber("contacts")).toBeNull();
  expect(await journal.addLease(lease(101, 150))).toBe(50);
  expect(await journal.takeNumber("contacts")).toBe("CT000101");
  expect(journal.numbersLeft("contacts")).toBe(49);
  expect(journal.numbersLeft("other")).toBe(0);
});

test("a number wider than its pattern is written whole", () => {
  expect(formatNumber("CT{000}", 12345)).toBe("CT12345");
  expect(formatNumber("A-{00}/x", 7)).toBe("A-07/x");
});

test("NUM: no number is ever given twice, however takes, leases, kills, full disks and enrolments alternate", async () => {
  const action = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ take: fc.integer({ min: 1, max: 7 }) }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }))
        .map(([lo, more]) => ({ lease: lease(lo, lo + more) })),
    },
    { weight: 2, arbitrary: fc.constant({ kill: true as const }) },
    { weight: 1, arbitrary: fc.constant({ full: true as const }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("d1", "d2").map((device) => ({ device })),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
      const folder = temporaryFolder();
      const disk = failingDisk();
      let journal = await openAt(folder, { io: disk.io });
      const given: string[] = [];
      for (const one of actions) {
        if ("take" in one) {
          const numbers = await Promise.all(
            Array.from({ length: one.take }, () =>
              journal.takeNumber("contacts"),
            ),
          );
          given.push(...numbers.filter((no) => no !== null));
        } else if ("lease" in one) await journal.addLease(one.lease);
        else if ("kill" in one) journal = await openAt(folder, { io: disk.io });
        else if ("device" in one)
          await journal.startDevice({ deviceId: one.device, tenantId: "t" });
        else {
          disk.fail({ call: "datasync", code: "ENOSPC" });
          expect(await journal.takeNumber("contacts")).toBeNull();
          disk.fail(null);
        }
      }
      expect(new Set(given).size).toBe(given.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("NUM: the same lease again, even partly used, adds nothing", async () => {
  const folder = temporaryFolder();
  const disk = failingDisk();
  const journal = await openAt(folder, { io: disk.io });
  await journal.addLease(lease(1, 5));
  await journal.takeNumber("contacts");
  await journal.takeNumber("contacts");
  const before = disk.syncs();
  expect(await journal.addLease(lease(1, 5))).toBe(3);
  expect(disk.syncs()).toBe(before);
  expect(await journal.addLease(lease(4, 8))).toBe(6);
  await journal.close();
  const again = await openAt(folder);
  const rest = [];
  for (let no = ""; no !== null;) {
    const next = await again.takeNumber("contacts");
    if (next === null) break;
    rest.push((no = next));
  }
  expect(rest).toEqual([3, 4, 5, 6, 7, 8].map((n) => `CT00000${n}`));
});

test("NUM: a new device id gives no numbers of the earlier one's lease, nor any number twice", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  await journal.startDevice({ deviceId: "d1", tenantId: "t" });
  await journal.addLease(lease(1, 50));
  expect(await journal.takeNumber("contacts")).toBe("CT000001");
  const [, , next] = await Promise.all([
    journal.startDevice({ deviceId: "d1", tenantId: "t" }),
    journal.startDevice({ deviceId: "d2", tenantId: "t" }),
    journal.takeNumber("contacts"),
  ]);
  expect(next).toBeNull();
  expect(journal.numbersLeft("contacts")).toBe(0);
  // Not even when the same numbers come again.
  expect(await journal.addLease(lease(1, 50))).toBe(0);
  expect(await journal.addLease(lease(51, 52))).toBe(2);
  await journal.close();

  const again = await openAt(folder);
  expect(again.numbersLeft("contacts")).toBe(2);
  expect(await again.takeNumber("contacts")).toBe("CT000051");
});

test("NUM: the first device id ever keeps the numbers that are there", async () => {
  const journal = await openAt(temporaryFolder());
  await journal.addLease(lease(1, 5));
  await journal.startDevice({ deviceId: "d1", tenantId: "t" });
  expect(await journal.takeNumber("contacts")).toBe("CT000001");
  await journal.startDevice({ deviceId: "d1", tenantId: "t" });
  expect(await journal.takeNumber("contacts")).toBe("CT000002");
});
