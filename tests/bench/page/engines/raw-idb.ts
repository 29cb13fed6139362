import { ROWS, salespersonOf, type Engine } from "../engine.ts";

/** IndexedDB itself with the same three indexes. */
export const rawIdb: Engine = {
  async fill(pages) {
    const opening = indexedDB.open(`raw-idb-${Date.now()}`, 1);
    opening.onupgradeneeded = () => {
      const contacts = opening.result.createObjectStore("contacts", {
        keyPath: "id",
      });
      contacts.createIndex("name", "name");
      contacts.createIndex("salesperson", ["salesperson", "name"]);
      contacts.createIndex("updatedAt", "updatedAt");
    };
    const db = await answerOf(opening);
    for (const page of pages)
      await new Promise<void>((done, fail) => {
        const writing = db.transaction("contacts", "readwrite");
        for (const { v } of page) writing.objectStore("contacts").put(v);
        writing.oncomplete = () => done();
        writing.onerror = () => fail(writing.error);
      });
    const table = () => db.transaction("contacts").objectStore("contacts");
    return {
      sort: async () =>
        (await answerOf(table().index("name").getAll(null, ROWS))).length,
      async filter(turn) {
        const one = salespersonOf(turn);
        const range = IDBKeyRange.bound([one], [one, []]);
        const index = table().index("salesperson");
        return (await answerOf(index.getAll(range, ROWS))).length;
      },
      async jump(_turn, row) {
        const index = table().index("name");
        const walking = index.openKeyCursor();
        const cursor = await answerOf(walking);
        if (!cursor) return 0;
        cursor.advance(row);
        const there = await answerOf(walking);
        if (!there) return 0;
        const range = IDBKeyRange.lowerBound(there.key);
        return (await answerOf(index.getAll(range, ROWS))).length;
      },
      close: async () => db.close(),
    };
  },
};

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
