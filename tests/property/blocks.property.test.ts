import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "../../renderer/local-store/read-documents.ts";
import { createSealingCodec } from "../../renderer/local-store/seal.ts";
import {
  changesIn,
  contact,
  createContactsDisk,
  faultsOn,
  named,
  openContacts,
  type OpenContacts,
} from "../helpers/contacts-on-disk.ts";

const IDS = Array.from({ length: 120 }, (_, n) => `c${n + 100}`);
const sealing = createSealingCodec(new Uint8Array(32).fill(3));

const place = fc.nat({ max: IDS.length - 1 });
/** Ids in turn, or some of them. */
const batch = fc
  .record({
    from: place,
    length: fc.integer({ min: 1, max: 80 }),
    each: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ from, length, each }) =>
    IDS.slice(from, from + length).filter((_, n) => n % each === 0),
  );

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("insert" as const),
      ids: batch,
      packed: fc.boolean(),
      /** Of so many one is a tombstone; 0 = none. */
      deleted: fc.constantFrom(0, 0, 3, 11),
      /** Few of the long ones have room in a block. */
      letters: fc.constantFrom(5, 5, 9_000),
      beside: fc.array(place, { maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("edit" as const, "delete" as const),
      places: fc.array(place, { minLength: 1, maxLength: 6 }),
    }),
  },
  fc.record({ do: fc.constant("change-many" as const), ids: batch }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("ready" as const),
      places: fc.array(place, { minLength: 1, maxLength: 4 }),
      /** The journal takes it. */
      taken: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant("reopen" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The slow obvious way: the name of each document; null = it was deleted. */
class World {
  readonly names = new Map<string, string | null>();
  readonly disk = createContactsDisk();
  open!: OpenContacts;
  written = 0;

  known(places: readonly number[]): readonly string[] {
    const ids = [...this.names.keys()].toSorted();
    if (ids.length === 0) return [];
    return [...new Set(places.map((n) => ids[n % ids.length] ?? ""))];
  }

  async run(one: Step): Promise<void> {
    switch (one.do) {
      case "insert": {
        // Beside the queue of the storage, as in the app.
        const others = this.known(one.beside);
        await Promise.all([this.insert(one), this.write(others, false)]);
        return;
      }
      case "edit":
      case "delete":
        return this.whileRead(this.known(one.places), one.do === "delete");
      case "change-many":
        return this.whileRead(
          one.ids.filter((id) => this.names.has(id)),
          false,
        );
      case "ready": {
        const ids = this.known(one.places);
        this.open.table.makeReady(ids);
        if (one.taken) await this.write(ids, false);
        else await this.open.settled();
        return;
      }
      case "reopen":
        await this.open.close();
        this.open = await openContacts(this.disk, await sealing);
    }
  }

  async insert(one: Extract<Step, { readonly do: "insert" }>): Promise<void> {
    const before = one.ids.filter((id) => this.names.has(id));
    const rows = one.ids.map((id, n) => ({
      document: contact(id, `${++this.written}`.padEnd(one.letters, "é")),
      deleted: one.deleted > 0 && n % one.deleted === 1,
    }));
    for (const { document, deleted } of rows)
      if (!this.names.has(document.id))
        this.names.set(
          document.id,
          deleted ? null : String(document.v["name"]),
        );
    const present = await this.open.table.prepareNew(rows, one.packed).insert();
    expect([...present].toSorted()).toEqual(before);
  }

  async write(ids: readonly string[], deleted: boolean): Promise<void> {
    const stored = await this.open.table.loadReady(ids);
    const rows = ids.map((id) => ({
      ...{ previous: stored.get(id), deleted },
      document: contact(id, `${++this.written}`),
    }));
    for (const { document } of rows)
      this.names.set(document.id, deleted ? null : String(document.v["name"]));
    if (rows.length > 0) await this.open.table.write(rows);
  }

  /** Whoever reads meanwhile misses nobody. */
  async whileRead(ids: readonly string[], deleted: boolean): Promise<void> {
    const { raw } = this.open;
    const all = [...this.names.keys()].toSorted();
    const living = all.filter((id) => typeof this.names.get(id) === "string");
    const stay = living.filter((id) => !ids.includes(id));
    const turning = ids.filter((id) => living.includes(id) === deleted);
    const [, paged, changed, listed] = await Promise.all([
      this.write(ids, deleted),
      this.pages(9),
      changesIn(raw, await sealing, 9),
      this.living(9),
    ]);
    const plain = (one: string) => one.replace("-", "");
    expect(paged.map(plain)).toEqual(all);
    // Between the living and the deleted one may be read as neither: the event of its change tells of it.
    const seen = all.filter((id) => !turning.includes(id));
    expect(changed.map(plain)).toEqual(expect.arrayContaining(seen));
    const shown = deleted ? stay : living;
    expect(listed.filter((id) => shown.includes(id))).toEqual(shown);
  }

  async pages(portion: number): Promise<readonly string[]> {
    const read: string[] = [];
    for (let after = ""; ;) {
      const page = await readPage(this.open.raw, await sealing, after, portion);
      read.push(...page.map(named));
      const end = page.at(-1);
      if (!end || page.length < portion) return read;
      after = end.id;
    }
  }

  async living(portion: number): Promise<readonly string[]> {
    const read: string[] = [];
    for (let after = ""; ;) {
      const page = await this.open.table.page(after, portion);
      read.push(...page.map(named));
      const end = page.at(-1);
      if (!end || page.length < portion) return read;
      after = end.id;
    }
  }

  async check(portion: number): Promise<void> {
    const { table, raw } = this.open;
    const all = [...this.names.keys()].toSorted();
    const shown = (id: string) => (this.names.get(id) === null ? `-${id}` : id);
    const living = all.filter((id) => shown(id) === id);
    expect(await faultsOn(this.disk, await sealing)).toEqual([]);
    expect(await this.pages(portion)).toEqual(all.map(shown));
    expect(await this.living(portion)).toEqual(living);
    expect(await table.count()).toBe(living.length);
    const stored = await table.load(IDS);
    const names = [...stored.values()].map(({ id, v, _deleted }) => [
      id,
      _deleted ? null : v["name"],
    ]);
    expect(new Map(names as never)).toEqual(this.names);
    const lwt = (id: string) => stored.get(id)?._meta.lwt ?? 0;
    const byTime = all.toSorted((a, b) => lwt(a) - lwt(b) || (a < b ? -1 : 1));
    expect(await changesIn(raw, await sealing, portion)).toEqual(
      byTime.map(shown),
    );
  }
}

test("whatever is packed, written and deleted in whatever order, each document lies in one place and is read as it was written last", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: 1, max: 130 })), {
        minLength: 4,
        maxLength: 14,
      }),
      async (steps) => {
        const world = new World();
        world.open = await openContacts(world.disk, await sealing);
        try {
          for (const [one, portion] of steps) {
            await world.run(one);
            await world.check(portion);
          }
        } finally {
          await world.open.close();
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
