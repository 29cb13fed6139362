import {
  copyFileSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compareHlc } from "../../../../../shared/core/hlc.ts";
import {
  failingDisk,
  insertOf,
  nameIn,
  openAt,
  segmentFileIn,
} from "./journal-fixture.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

async function saved(
  journal: Awaited<ReturnType<typeof openAt>>,
  name: string,
): Promise<number> {
  const result = await journal.append("test", insertOf(name));
  if (result.status !== "saved") throw new Error(result.reason);
  return result.entry.d;
}

describe("what was answered is there after a restart", () => {
  test("entries come back in their order, with their numbers, stamps and ids", async () => {
    const folder = temporaryFolder();
    const first = await openAt(folder);
    for (const name of ["Bühler", "Chocolat Frey", "Läderach"])
      await saved(first, name);
    const before = await first.read();
    await first.close();

    const again = await openAt(folder);
    expect(await again.read()).toEqual({ ...before, tornBytes: 0 });
    expect(
      (await again.read()).pending.map((entry) => [entry.d, nameIn(entry)]),
    ).toEqual([
      [1, "Bühler"],
      [2, "Chocolat Frey"],
      [3, "Läderach"],
    ]);
  });

  test("without being closed, as after a kill", async () => {
    const folder = temporaryFolder();
    const killed = await openAt(folder);
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, i) => saved(killed, `n${i}`)),
    );
    expect(results).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));

    const copy = temporaryFolder();
    const file = segmentFileIn(folder);
    copyFileSync(file, path.join(copy, path.basename(file)));
    const { pending } = await (await openAt(copy)).read();
    expect(pending.map(({ d }) => d)).toEqual(results);
  });

  test("reading waits for the saves under way: a window that is loading misses none of them", async () => {
    const journal = await openAt(temporaryFolder());
    const saves = ["a", "b", "c"].map((name) => saved(journal, name));
    const { pending, lastD } = await journal.read();
    expect(pending.map(nameIn)).toEqual(["a", "b", "c"]);
    expect(lastD).toBe(3);
    expect(await Promise.all(saves)).toEqual([1, 2, 3]);
  });

  test("numbering goes on at the next d", async () => {
    const folder = temporaryFolder();
    const first = await openAt(folder);
    await saved(first, "a");
    await first.close();
    expect(await saved(await openAt(folder), "b")).toBe(2);
  });
});

test("a tail torn at any byte costs the records it touches and none before", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  const ends: number[] = [];
  const file = segmentFileIn(folder);
  const endNow = () => {
    const bytes = readFileSync(file);
    // Not where the zeros begin: one record in 256 ends with one.
    let end = 0;
    while (bytes.readUInt32LE(end) > 0) end += 8 + bytes.readUInt32LE(end);
    return end;
  };
  for (const name of ["a", "b", "c"]) {
    await saved(journal, name);
    ends.push(endNow());
  }
  await journal.close();
  const whole = readFileSync(file).subarray(0, ends[2]);

  const tearAt = async (length: number) => {
    // A file that ends there, and one where zeros had been written ahead.
    for (const room of [0, 300]) {
      const torn = temporaryFolder();
      const copy = path.join(torn, path.basename(file));
      const bytes = Buffer.concat([
        whole.subarray(0, length),
        Buffer.alloc(room),
      ]);
      writeFileSync(copy, bytes);
      const reopened = await openAt(torn, { preallocation: 512 });
      const complete = ends.filter((end) =>
        bytes.subarray(0, end).equals(whole.subarray(0, end)),
      ).length;
      const { pending, lastD } = await reopened.read();
      expect([length, pending.length, lastD]).toEqual([
        length,
        complete,
        complete,
      ]);
      if (length % 8 !== 0) {
        await reopened.close();
        continue;
      }
      const next = await saved(reopened, "after");
      await reopened.close();
      const last = await openAt(torn, { preallocation: 512 });
      expect((await last.read()).pending.map(({ d }) => d).at(-1)).toBe(next);
      expect((await last.read()).tornBytes).toBe(0);
      await last.close();
    }
  };
  // Side by side: nearly all of the time is waiting for the disk.
  for (let from = 0; from <= whole.length; from += 16) {
    const to = Math.min(from + 16, whole.length + 1);
    await Promise.all(
      Array.from({ length: to - from }, (_, i) => tearAt(from + i)),
    );
  }
}, 120_000);

test("what is cut from the tail is counted and kept beside the journal", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  await saved(journal, "a");
  await saved(journal, "b");
  await journal.close();
  const file = segmentFileIn(folder);
  const bytes = readFileSync(file);
  let end = bytes.length;
  while (bytes[end - 1] === 0) end -= 1;
  truncateSync(file, end - 5);

  const reopened = await openAt(folder);
  const { tornBytes, pending } = await reopened.read();
  expect(pending.map(({ d }) => d)).toEqual([1]);
  expect(tornBytes).toBeGreaterThan(0);
  const copies = readdirSync(folder).filter((name) => name.startsWith("cut-"));
  expect(copies).toHaveLength(1);
  expect(readFileSync(path.join(folder, copies[0]!)).length).toBe(tornBytes);
});

test("a segment in which nothing can be read is set aside, not deleted", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  await saved(journal, "a");
  await journal.close();
  const file = segmentFileIn(folder);
  writeFileSync(file, readFileSync(file).fill(0xff));

  expect((await (await openAt(folder)).read()).pending).toEqual([]);
  const aside = readdirSync(folder).filter((name) => name.includes("damaged"));
  expect(aside).toHaveLength(1);
});

test("a journal sealed with another key is refused and left untouched", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  await saved(journal, "a");
  await journal.close();
  const before = readFileSync(segmentFileIn(folder));
  await expect(openAt(folder, { key: Buffer.alloc(32, 9) })).rejects.toThrow(
    "other-key",
  );
  expect(readFileSync(segmentFileIn(folder)).equals(before)).toBe(true);
});

describe("the disk refuses", () => {
  const failures = [
    { call: "write", code: "ENOSPC" },
    { call: "write", code: "ENOSPC", keeps: 40 },
    { call: "write", code: "EIO", keeps: 1_000_000 },
    { call: "datasync", code: "EIO" },
  ] as const;
  for (const failure of failures)
    test(`${failure.call} fails with ${failure.code}${"keeps" in failure ? ` after ${failure.keeps} bytes` : ""}: nothing is half there and the number is given back`, async () => {
      const folder = temporaryFolder();
      const disk = failingDisk();
      const journal = await openAt(folder, { io: disk.io });
      await saved(journal, "before");
      disk.fail(failure);
      const refused = await journal.append(
        "test",
        insertOf("refused ".repeat(50)),
      );
      expect(refused).toEqual({
        status: "failed",
        reason: failure.code === "ENOSPC" ? "disk-full" : "io",
      });
      expect((await journal.read()).pending.map(nameIn)).toEqual(["before"]);
      disk.fail(null);
      expect(await saved(journal, "after")).toBe(2);
      await journal.close();

      const state = await (await openAt(folder)).read();
      expect(state.pending.map(nameIn)).toEqual(["before", "after"]);
      expect(state.tornBytes).toBe(0);
    });

  test("an append that failed does not come back at the next start", async () => {
    const folder = temporaryFolder();
    const disk = failingDisk();
    const journal = await openAt(folder, { io: disk.io });
    await saved(journal, "before");
    // The bytes arrive, only the promise that they will stay does not; the disk works again for the cleaning.
    disk.fail({ call: "datasync", code: "EIO" });
    await journal.append("test", insertOf("refused"));
    disk.fail(null);
    await journal.close();
    const state = await (await openAt(folder)).read();
    expect(state.pending.map(nameIn)).toEqual(["before"]);
  });

  test("reading waits for a save that is then refused, and does not show it", async () => {
    const disk = failingDisk();
    const journal = await openAt(temporaryFolder(), { io: disk.io });
    disk.fail({ call: "datasync", code: "EIO" });
    const refused = journal.append("test", insertOf("a"));
    expect(await journal.read()).toMatchObject({ pending: [], lastD: 0 });
    expect(await refused).toEqual({ status: "failed", reason: "io" });
  });

  test("a whole group fails together and everyone is told", async () => {
    const disk = failingDisk();
    const journal = await openAt(temporaryFolder(), { io: disk.io });
    disk.fail({ call: "datasync", code: "EIO" });
    const results = await Promise.all(
      ["a", "b", "c"].map((name) => journal.append("test", insertOf(name))),
    );
    expect(results.map(({ status }) => status)).toEqual([
      "failed",
      "failed",
      "failed",
    ]);
    disk.fail(null);
    expect(await saved(journal, "d")).toBe(1);
  });
});

test("on a full disk saving goes on in the space written ahead, and is refused when that is used up", async () => {
  const folder = temporaryFolder();
  const disk = failingDisk();
  const journal = await openAt(folder, { io: disk.io, preallocation: 64_000 });
  // Past what was written ahead at the start.
  for (let i = 0; i < 70; i += 1) await saved(journal, "x".repeat(1000));
  disk.fail({ call: "growth", code: "ENOSPC" });
  let kept = 70;
  for (;;) {
    const result = await journal.append("test", insertOf("x".repeat(1000)));
    if (result.status === "failed") {
      expect(result.reason).toBe("disk-full");
      break;
    }
    kept += 1;
  }
  // At least half of a block is always left.
  expect(kept - 70).toBeGreaterThan(25);
  await journal.close();
  expect((await (await openAt(folder)).read()).pending).toHaveLength(kept);
});

test("everything that waits for the disk goes to it in one write", async () => {
  const disk = failingDisk();
  const journal = await openAt(temporaryFolder(), { io: disk.io });
  await saved(journal, "first");
  const before = disk.syncs();
  await Promise.all(
    Array.from({ length: 200 }, (_, i) => saved(journal, `n${i}`)),
  );
  expect(disk.syncs() - before).toBeLessThanOrEqual(3);
});

describe("time", () => {
  test("stamps never go back, not even when the clock does and the app restarts", async () => {
    const folder = temporaryFolder();
    const stamps: string[] = [];
    for (const at of [2_000_000, 1_000_000, 1_500_000, 3_000_000]) {
      const journal = await openAt(folder, { at });
      for (let i = 0; i < 3; i += 1) {
        const result = await journal.append("test", insertOf("x"));
        if (result.status === "saved") stamps.push(result.entry.hlc);
      }
      await journal.close();
    }
    expect(stamps).toHaveLength(12);
    for (let i = 1; i < stamps.length; i += 1)
      expect(compareHlc(stamps[i]!, stamps[i - 1]!)).toBeGreaterThan(0);
    expect(stamps[0]).toBe("2000000.0");
    expect(stamps[3]).toBe("2000000.3");
    expect(stamps[9]).toBe("3000000.0");
  });

  test("stamps are corrected by the measured offset, also after a restart", async () => {
    const folder = temporaryFolder();
    const journal = await openAt(folder, { at: 1_000_000 });
    await journal.setClockOffset(60_000);
    const one = await journal.append("test", insertOf("x"));
    await journal.close();
    const again = await openAt(folder, { at: 1_000_500 });
    const two = await again.append("test", insertOf("y"));
    expect([one, two].map((r) => r.status === "saved" && r.entry.hlc)).toEqual([
      "1060000.0",
      "1060500.0",
    ]);
  });

  test("an offset from an impossible clock still gives a stamp that the wire accepts", async () => {
    const journal = await openAt(temporaryFolder());
    await journal.setClockOffset(1e300);
    const result = await journal.append("test", insertOf("x"));
    expect(result.status === "saved" && result.entry.hlc).toMatch(
      /^\d{1,15}\.\d{1,9}$/,
    );
  });
});

const D1 = { deviceId: "d1", tenantId: "t" };

describe("what the server has answered", () => {
  test("acknowledged entries are no longer pending; refused ones wait for the person", async () => {
    const folder = temporaryFolder();
    const journal = await openAt(folder);
    await journal.startDevice(D1);
    for (const name of ["a", "b", "c"]) await saved(journal, name);
    const counters = await journal.acknowledge(
      2,
      [
        { d: 1, s: "ok" },
        { d: 2, s: "rejected", code: "forbidden", message: "no" },
      ],
      "d1",
    );
    expect(counters).toEqual({ acked: 2, lastD: 3 });
    await journal.close();

    const again = await openAt(folder);
    const state = await again.read();
    expect(state.pending.map(({ d }) => d)).toEqual([3]);
    expect(state.refused.map(({ d, refused }) => [d, refused])).toEqual([
      [2, { code: "forbidden", message: "no" }],
    ]);
    const ms = state.refused.map(({ m }) => m);
    await again.arrange({ do: "discard", ms });
    await again.arrange({ do: "discard", ms });
    await again.close();
    expect((await (await openAt(folder)).read()).refused).toEqual([]);
  });

  test("an acknowledgement never goes back, and never beyond what was given", async () => {
    const journal = await openAt(temporaryFolder());
    await journal.startDevice(D1);
    await saved(journal, "a");
    await saved(journal, "b");
    await journal.acknowledge(99, [], "d1");
    expect(await journal.acknowledge(1, [], "d1")).toEqual({
      acked: 2,
      lastD: 2,
    });
    expect(await saved(journal, "c")).toBe(3);
  });

  test("when the disk refuses to remember it, the entries stay pending", async () => {
    const disk = failingDisk();
    const journal = await openAt(temporaryFolder(), { io: disk.io });
    await journal.startDevice(D1);
    await saved(journal, "a");
    disk.fail({ call: "write", code: "ENOSPC" });
    expect(await journal.acknowledge(1, [], "d1")).toEqual({
      acked: 0,
      lastD: 1,
    });
    expect((await journal.read()).pending).toHaveLength(1);
  });
});

describe("as whom the server knows this device", () => {
  test("what was saved before the first connection keeps its numbers", async () => {
    const journal = await openAt(temporaryFolder());
    await saved(journal, "a");
    await journal.startDevice(D1);
    expect(await saved(journal, "b")).toBe(2);
    expect(journal.tenantId()).toBe("t");
  });

  test("a new device id numbers what is held from 1 again, in the same order, what was acknowledged first", async () => {
    const folder = temporaryFolder();
    const journal = await openAt(folder);
    await journal.startDevice(D1);
    for (const name of ["a", "b", "c", "d"]) await saved(journal, name);
    await journal.acknowledge(2, [{ d: 2, s: "rejected" }], "d1");
    const [, results] = await Promise.all([
      journal.startDevice({ deviceId: "d2", tenantId: "t" }),
      saved(journal, "e"),
    ]);
    expect(results).toBe(5);
    await journal.close();

    const state = await (await openAt(folder)).read();
    expect(state.pending.map((e) => [e.d, nameIn(e)])).toEqual([
      [3, "c"],
      [4, "d"],
      [5, "e"],
    ]);
    expect(state.refused.map(nameIn)).toEqual(["b"]);
    expect(state).toMatchObject({ acked: 2, lastD: 5 });
  });

  test("the first identity's answers count for what was saved before it", async () => {
    const journal = await openAt(temporaryFolder());
    await saved(journal, "a");
    await journal.startDevice(D1);
    expect(await journal.acknowledge(1, [], "d1")).toEqual({
      acked: 1,
      lastD: 1,
    });
  });

  test("a late answer to an earlier identity settles nothing: its numbers mean other entries now", async () => {
    const folder = temporaryFolder();
    const journal = await openAt(folder);
    await journal.startDevice(D1);
    for (const name of ["a", "b", "c"]) await saved(journal, name);
    await journal.acknowledge(1, [], "d1");
    const [, late] = await Promise.all([
      journal.startDevice({ ...D1, deviceId: "d2" }),
      journal.acknowledge(2, [{ d: 2, s: "rejected" }], "d1"),
    ]);
    expect(late).toEqual({ acked: 1, lastD: 3 });
    await journal.close();

    const again = await openAt(folder);
    expect(await again.acknowledge(2, [], "d1")).toMatchObject({ acked: 1 });
    const { pending, refused } = await again.read();
    expect(pending.map((e) => [e.d, nameIn(e)])).toEqual([
      [2, "b"],
      [3, "c"],
    ]);
    expect(refused).toEqual([]);
    expect(await again.acknowledge(3, [], "d2")).toMatchObject({ acked: 3 });
  });

  test("the same device id again changes nothing", async () => {
    const journal = await openAt(temporaryFolder());
    await journal.startDevice(D1);
    await saved(journal, "a");
    await journal.acknowledge(1, [], "d1");
    await journal.startDevice(D1);
    expect(await journal.read()).toMatchObject({ acked: 1, lastD: 1 });
  });
});
