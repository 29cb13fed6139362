import { Dexie } from "dexie";
import { edited, ROWS, salespersonOf, timed, type Engine } from "../engine.ts";

/** The floor: a table with the three indexes of performance.md §1, documents in clear, no checkpoint, no merge. */
export const rawDexie: Engine = {
  async fill(pages) {
    const name = `raw-dexie-${Date.now()}`;
    const schema = { contacts: "id, name, [salesperson+name], updatedAt" };
    const filling = new Dexie(name);
    filling.version(1).stores(schema);
    for (const page of pages)
      await filling.table("contacts").bulkPut(page.map(({ v }) => v));
    filling.close();
    const db = new Dexie(name, { chromeTransactionDurability: "strict" });
    db.version(1).stores(schema);
    const table = db.table("contacts");
    return {
      sort: async () =>
        (await table.orderBy("name").limit(ROWS).toArray()).length,
      async filter(turn) {
        const one = salespersonOf(turn);
        const rows = table
          .where("[salesperson+name]")
          .between([one, Dexie.minKey], [one, Dexie.maxKey]);
        return (await rows.limit(ROWS).toArray()).length;
      },
      jump: async (_turn, row) =>
        (await table.orderBy("name").offset(row).limit(ROWS).toArray()).length,
      save: (turn) => timed(() => table.put(edited(pages, turn)) as never),
      close: async () => db.close(),
    };
  },
};
