import indexedDbAdapter from "pouchdb-adapter-indexeddb";
import PouchDB from "pouchdb-browser";
import { ROWS, type Engine } from "../engine.ts";

/** PouchDB's bulkDocs on its newer IndexedDB adapter; it orders by id alone. */
export const pouchdb: Engine = {
  async fill(pages) {
    PouchDB.plugin(indexedDbAdapter);
    const db = new PouchDB(`pouchdb-${Date.now()}`, { adapter: "indexeddb" });
    for (const page of pages)
      await db.bulkDocs(
        page.map(({ v }) => ({
          ...(v as object),
          _id: (v as { id: string }).id,
        })),
      );
    return {
      async jump(_turn, row) {
        const asked = { include_docs: true, skip: row, limit: ROWS };
        return (await db.allDocs(asked)).rows.length;
      },
      close: () => db.close(),
    };
  },
};
