import { Dexie } from "dexie";
import type { Pages } from "../engine.ts";

/** The floor: a table with the three indexes of performance.md §1, documents in clear, no checkpoint, no merge. */
export async function rawDexie(pages: Pages): Promise<void> {
  const db = new Dexie("raw-dexie");
  db.version(1).stores({ contacts: "id, name, [salesperson+name], updatedAt" });
  const table = db.table("contacts");
  for (const page of pages) await table.bulkPut(page.map(({ v }) => v));
  db.close();
}
