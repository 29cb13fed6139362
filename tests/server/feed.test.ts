import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, withServer } from "../helpers/server.ts";

describe.each(ENGINES)("the feed on %s", (engine) => {
  test("readers that follow the feed while eight devices write miss nothing and see no document go back", () =>
    withServer(engine, async (server) => {
      const writers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => server.device(`W${i}`)),
      );
      const reader = await server.device("Reader");
      const shared = randomUUID();
      await reader.push([op.company(shared, "Gemeinsam AG")]);
      const written = new Set<string>([shared]);
      let writing = true;

      const seen = new Map<string, number>();
      const follow = async () => {
        let cursors: Record<string, number> = { contacts: 0, notes: 0 };
        for (;;) {
          const last = !writing;
          const page = await reader.pull(cursors, 7);
          for (const doc of page.docs) {
            expect(doc.seq).toBeGreaterThan(seen.get(doc.id) ?? 0);
            seen.set(doc.id, doc.seq);
          }
          cursors = page.cursors;
          if (last && !page.more) return;
        }
      };
      const write = async (device: (typeof writers)[number], w: number) => {
        for (let i = 0; i < 15; i++) {
          const id = randomUUID();
          await device.push(
            [op.company(id, `F ${w}/${i}`)],
            [op.set("contacts", shared, { city: [null, `Ort ${w}/${i}`] })],
          );
          written.add(id);
        }
      };
      const reading = follow();
      await Promise.all(writers.map(write));
      writing = false;
      await reading;
      expect([...written].filter((id) => !seen.has(id))).toEqual([]);
      const now = await reader.pull({ contacts: 0 });
      for (const doc of now.docs) expect(seen.get(doc.id)).toBe(doc.seq);
    }));

  test("a page of long documents ends early and the next one goes on", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ids = Array.from({ length: 200 }, () => randomUUID());
      const comment = "é".repeat(15_000);
      for (let i = 0; i < ids.length; i += 25)
        await cro.push(
          ids
            .slice(i, i + 25)
            .map((id) => op.company(id, "Lang AG", { comment })),
        );
      const pages: number[] = [];
      const seen: string[] = [];
      let cursors: Record<string, number> = { contacts: 0 };
      for (;;) {
        const page = await cro.pull(cursors);
        pages.push(page.docs.length);
        seen.push(...page.docs.map(({ id }) => id));
        cursors = page.cursors;
        if (!page.more) break;
      }
      // Two million letters, each card a little over 15,000.
      expect(pages[0]).toBeGreaterThan(125);
      expect(pages[0]).toBeLessThan(134);
      expect(pages.length).toBe(2);
      expect(seen.toSorted()).toEqual(ids.toSorted());
    }));

  test("what is written while a page is being read comes with the next page, once", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [still, early, late] = [randomUUID(), randomUUID(), randomUUID()];
      await cro.push([
        op.company(still, "Still AG"),
        op.company(early, "Früh AG"),
      ]);
      const { storage } = server.deps;
      const head = storage.head.bind(storage);
      storage.head = async (tenantId) => {
        const before = await head(tenantId);
        storage.head = head;
        await cro.push([
          op.company(late, "Spät AG"),
          op.set("contacts", early, { city: [null, "Bern"] }),
        ]);
        return before;
      };
      const first = await cro.pull({ contacts: 0 });
      const second = await cro.pull(first.cursors);
      expect(first.docs.map((doc) => doc.id)).toEqual([still]);
      expect(second.docs.map((doc) => doc.id)).toEqual([late, early]);
    }));

  test("each document has a place of its own, below the head", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ids = Array.from({ length: 10 }, () => randomUUID());
      await cro.push(ids.map((id) => op.company(id, id)));
      await cro.push(
        ids
          .slice(0, 5)
          .map((id) => op.set("contacts", id, { city: [null, "X"] })),
      );
      const page = await cro.pull();
      const places = page.docs.map((doc) => doc.seq);
      expect(new Set(places).size).toBe(10);
      expect(Math.max(...places)).toBe(page.head);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }));

  test("a program that changes a document without a new place in the feed is stopped by the database", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await cro.push([op.company(randomUUID(), "A")]);
      const { tenantId } = cro;
      await expect(
        server.sql.query(`UPDATE doc SET rev = 9 WHERE tenant_id = $1`, [
          tenantId,
        ]),
      ).rejects.toThrow("without a new seq");
      await expect(
        server.sql.query(`UPDATE doc SET seq = 99 WHERE tenant_id = $1`, [
          tenantId,
        ]),
      ).rejects.toThrow("not allocated");
    }));
});
