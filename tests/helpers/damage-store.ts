import type { Page } from "playwright-core";

/** What a disk may do to a record behind the app's back. */
export type Damage = "lost" | "unreadable";

/** The contact of that name, whose row is in the list; the card is the open one afterwards. */
export async function damageContact(
  page: Page,
  name: string,
  damage: Damage,
): Promise<void> {
  await page.getByRole("row").filter({ hasText: name }).first().click();
  await page.getByRole("heading", { name }).first().waitFor();
  const id = /contacts\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`${name} is not open: ${page.url()}`);
  await damageStore(page, damage, { c: "contacts", id });
}

/** One record of the store, or every record of every collection. Durable when it resolves. */
export async function damageStore(
  page: Page,
  damage: Damage,
  only?: { readonly c: string; readonly id: string },
): Promise<void> {
  await page.evaluate(
    async ({ damage: how, only: one }) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error("IDB"));
        });
      // RxDB's Dexie databases, one a collection.
      const prefix = "rxdb-dexie-carnet--0--";
      for (const { name = "" } of await indexedDB.databases()) {
        const c = name.startsWith(prefix) ? name.slice(prefix.length) : "_";
        if (c.startsWith("_") || (one && one.c !== c)) continue;
        const database = await done(indexedDB.open(name));
        // Contacts of a first sync lie in blocks, many in one.
        const stores = [...database.objectStoreNames].filter(
          (store) => store === "docs" || (store === "blocks" && !one),
        );
        const transaction = database.transaction(stores, "readwrite", {
          durability: "strict",
        });
        if (stores.includes("blocks")) {
          const blocks = transaction.objectStore("blocks");
          for (const block of await done(blocks.getAll()))
            if (how === "lost") await done(blocks.clear());
            else await done(blocks.put({ ...block, d: new Uint8Array(9) }));
        }
        const docs = transaction.objectStore("docs");
        const ids = one ? [one.id] : await done(docs.getAllKeys());
        for (const id of ids) {
          const row = (await done(docs.get(id))) as object;
          if (how === "lost") await done(docs.delete(id));
          else await done(docs.put({ ...row, d: "not what was written" }));
        }
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(new Error("aborted"));
        });
        database.close();
      }
    },
    { damage, only },
  );
}
