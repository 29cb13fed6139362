import type { Pages } from "../engine.ts";

/** IndexedDB itself with the same three indexes. */
export async function rawIdb(pages: Pages): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open("raw-idb", 1);
    opening.onupgradeneeded = () => {
      const contacts = opening.result.createObjectStore("contacts", {
        keyPath: "id",
      });
      contacts.createIndex("name", "name");
      contacts.createIndex("salesperson", ["salesperson", "name"]);
      contacts.createIndex("updatedAt", "updatedAt");
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  for (const page of pages)
    await new Promise<void>((done, fail) => {
      const writing = db.transaction("contacts", "readwrite");
      for (const { v } of page) writing.objectStore("contacts").put(v);
      writing.oncomplete = () => done();
      writing.onerror = () => fail(writing.error);
    });
  db.close();
}
