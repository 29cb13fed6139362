import indexedDbAdapter from "pouchdb-adapter-indexeddb";
import PouchDB from "pouchdb-browser";
import type { Pages } from "../engine.ts";

/** PouchDB's bulkDocs on its newer IndexedDB adapter. */
export async function pouchdb(pages: Pages): Promise<void> {
  PouchDB.plugin(indexedDbAdapter);
  const db = new PouchDB("pouchdb", { adapter: "indexeddb" });
  for (const page of pages)
    await db.bulkDocs(
      page.map(({ v }) => ({
        ...(v as object),
        _id: (v as { id: string }).id,
      })),
    );
  await db.close();
}
