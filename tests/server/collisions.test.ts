import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Contact } from "../../shared/entities/contact.ts";
import {
  startChanges,
  STORIES,
  type Seen,
  type Story,
} from "../helpers/collision-stories.ts";
import { withServer } from "../helpers/server.ts";
import {
  newDisk,
  startDevice,
  type WholeDevice,
} from "../helpers/whole-device.ts";
import { temporaryFolder } from "../unit/electron/temporary-folder.ts";

const COLLECTIONS = [
  "contacts",
  "interactions",
  "tasks",
  "codes",
  "settings",
  "notes",
] as const;

function seenBy(device: WholeDevice): Seen {
  return {
    async get(c, id) {
      const found = await device.read(c, id);
      if (!found) throw new Error(`${c}/${id} is not there`);
      return found as never;
    },
    people: async (companyId) =>
      ((await device.all("contacts")) as unknown as Contact[]).filter(
        (one) => one.type === "person" && one.companyId === companyId,
      ),
    newId: randomUUID,
  };
}

/** What a device holds, without what differs by the run: numbers by order of arrival, ids and times that the server gives. */
async function stateOf(device: WholeDevice): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const c of COLLECTIONS) {
    const rows = (await device.all(c)) as unknown as Record<string, unknown>[];
    // That a deletion did not hold is told by a note, or by its refusal where the other's work came first.
    const compared = rows.filter(
      ({ kind, field }) => kind !== "conflict" || field !== undefined,
    );
    const told = compared.map((row) => {
      if (c !== "notes") return withoutOrder(row);
      const side = (one: unknown) => (one as { value?: unknown })?.value;
      const { kind, docId, field, winner, loser, status } = row;
      return [kind, docId, field, side(winner), side(loser), status];
    });
    state[c] = told
      .map((row) => JSON.stringify(row))
      .toSorted((a, b) => (a < b ? -1 : 1));
  }
  return state;
}

const GIVEN = new Set([
  ...["no", "noStatus", "aliases", "bucket", "createdAt", "createdBy"],
  ...["modifiedAt", "modifiedBy"],
]);

function withoutOrder(row: Record<string, unknown>): unknown {
  const kept = Object.entries(row)
    .filter(([key]) => !GIVEN.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  // The ties of a move have new ids each time.
  return kept.map(([key, value]) =>
    key === "links"
      ? [key, ordered(Object.values(value as object))]
      : [key, ordered(value)],
  );
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map((one) => JSON.stringify(ordered(one)))
      .toSorted((a, b) => (a < b ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, one]) => [key, ordered(one)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Both part from the same state, do what they do at the same times, and meet again in the given order. */
async function run(story: Story, first: "a" | "b") {
  let end: Record<string, unknown> = {};
  await withServer("pglite", async (server) => {
    const diskA = await newDisk(server, temporaryFolder(), "Anna", "manager");
    const diskB = await newDisk(server, temporaryFolder(), "Beat", "manager");
    const a = await startDevice(server, diskA);
    const b = await startDevice(server, diskB);
    for (const change of startChanges()) await a.save(change);
    await a.settle();
    await b.settle();
    const parted = server.clock.nowMs;
    server.clock.nowMs += 240_000;
    diskA.clock.nowMs = parted + 60_000;
    await a.save(...(await story.a(seenBy(a))));
    diskB.clock.nowMs = parted + 120_000;
    await b.save(...(await story.b(seenBy(b))));
    for (const disk of [diskA, diskB]) disk.clock.nowMs = server.clock.nowMs;
    const order = first === "a" ? [a, b, a, b] : [b, a, b, a];
    for (const device of order) await device.settle();
    const [one, other] = [await stateOf(a), await stateOf(b)];
    expect(one).toEqual(other);
    end = one;
    await a.stop();
    await b.stop();
  });
  return end;
}

describe("OFF-5: two people who do not know of each other, in both orders", () => {
  test.each(STORIES.map((story) => [story.title, story] as const))(
    "%s",
    async (_title, story) => {
      expect(await run(story, "a")).toEqual(await run(story, "b"));
    },
  );
});
