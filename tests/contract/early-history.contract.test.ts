import { expect, test } from "vitest";
import type { Codec } from "../../renderer/local-store/seal.ts";
import { createSealingCodec } from "../../renderer/local-store/seal.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import { createTestDisk, openTestStore } from "../helpers/local-store.ts";
import { until } from "../helpers/until.ts";

const NEVER_MS = 1_000_000;
const PEOPLE = 70;
/** Of somebody else, and before the company's own in the order in which visits are read. */
const OTHERS = 600;
const WANT = 10;

const idOf = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const COMPANY = idOf(1);
const OTHER = idOf(2);
const personAt = (i: number) => idOf(100 + i);
const visitAt = (i: number) => idOf(20_000 + i);
const otherVisitAt = (i: number) => idOf(10_000 + i);

let seq = 0;
function envelope(c: CollectionName, v: { readonly id: string }): Envelope {
  seq += 1;
  return {
    ...{ c, id: v.id, seq, rev: seq, deleted: false },
    v: v as unknown as Envelope["v"],
  };
}

function visit(id: string, contactId: string, i: number, more = {}) {
  const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
  return { id, contactId, date: day, description: `Besuch ${i}`, ...more };
}

/** Visit `i` is one with person `i`, a day after the one before it; the last ones belong to a company that was left. */
function company(): readonly Envelope[] {
  const name = "Aare Grossbetrieb AG";
  const people = Array.from({ length: PEOPLE }, (_, i) => i);
  return [
    envelope("contacts", { id: COMPANY, type: "company", name } as never),
    envelope("contacts", { id: OTHER, type: "company", name: "Zug" } as never),
    ...people.map((i) =>
      envelope("contacts", {
        ...{ id: personAt(i), type: "person", name: `Person ${i}` },
        ...{ companyId: COMPANY, companyName: name },
      } as never),
    ),
    // What was written last is looked at before anything else.
    ...Array.from({ length: OTHERS }, (_, i) =>
      envelope("interactions", visit(otherVisitAt(i), OTHER, i)),
    ),
    ...people.map((i) =>
      envelope(
        "interactions",
        visit(
          visitAt(i),
          personAt(i),
          i,
          i >= PEOPLE - 3 ? { companyId: OTHER } : {},
        ),
      ),
    ),
  ];
}

/** Visits of the other company cannot be opened before it is released. */
function held(codec: Codec): { readonly codec: Codec; release(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const isHeld = new Set(
    Array.from({ length: OTHERS }, (_, i) => otherVisitAt(i)),
  );
  return {
    codec: {
      ...codec,
      async open(text, id) {
        if (isHeld.has(id)) await promise;
        return codec.open(text, id);
      },
    },
    release: () => resolve(),
  };
}

test("a card of many people has its newest visits before years of others' have been read, and never says that there are none", async () => {
  const disk = createTestDisk();
  const codec = await createSealingCodec(new Uint8Array(32).fill(7));
  const first = await openTestStore(disk, codec, 0, NEVER_MS);
  await first.replica.applySnapshot("e1", company(), 0);
  await first.replica.barrier();
  await first.close();

  const slow = held(codec);
  const second = await openTestStore(disk, slow.codec, 0, NEVER_MS);
  const ask = () =>
    second.list.happened({
      ...{ contactId: COMPANY, withPeople: true, former: [], want: WANT },
    });
  const newest = Array.from({ length: WANT }, (_, i) =>
    visitAt(PEOPLE - 4 - i),
  );
  const early = await ask();
  expect(early).toMatchObject({ more: true, reading: true });
  expect(early.interactions.toSorted()).toEqual(newest.toSorted());
  expect((await second.list.rows([COMPANY])).length).toBe(1);

  // What is saved meanwhile is told, and stands there.
  let told = 0;
  const stop = second.list.subscribe(() => (told += 1));
  const before = told;
  const added = visit(idOf(30_000), personAt(0), PEOPLE + 1);
  await second.save("log", [
    { c: "interactions", id: added.id, before: null, after: added as never },
  ]);
  await until(
    async () => told,
    (now) => now > before,
  );
  expect((await ask()).interactions).toContain(added.id);
  stop();

  slow.release();
  const whole = await until(ask, ({ reading }) => reading === undefined);
  expect(whole.interactions).toHaveLength(WANT);
  expect(whole.more).toBe(true);
  await second.close();
});
