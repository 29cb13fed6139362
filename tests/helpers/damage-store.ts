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

/** A document by itself, or a block of them. */
interface Held {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly d?: unknown;
}

/**
 * One record of the store (where the document lies in a block, all of that block), or every record of every collection.
 * Durable when it resolves.
 *
 * @returns how many records were whole before
 */
export async function damageStore(
  page: Page,
  damage: Damage,
  only?: { readonly c: string; readonly id: string },
): Promise<number> {
  return page.evaluate(
    async ({ damage: how, only: one }) => {
      const GARBLED = "not what was written";
      const NOUGHTS = new Uint8Array(40);
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error("IDB"));
        });
      let count = 0;
      // RxDB's Dexie databases, one a collection.
      const prefix = "rxdb-dexie-carnet--0--";
      for (const { name = "" } of await indexedDB.databases()) {
        const c = name.startsWith(prefix) ? name.slice(prefix.length) : "_";
        if (c.startsWith("_") || (one && one.c !== c)) continue;
        const database = await done(indexedDB.open(name));
        const names = [...database.objectStoreNames].filter(
          (store) => store === "docs" || store === "blocks",
        );
        const transaction = database.transaction(names, "readwrite", {
          durability: "strict",
        });
        for (const store of names.map((n) => transaction.objectStore(n))) {
          const keys = await done(store.getAllKeys());
          const rows = (await done(store.getAll())) as readonly Held[];
          for (const [i, row] of rows.entries()) {
            const held = row.ids ?? [row.id];
            if (one && !held.includes(one.id)) continue;
            const d = row.ids ? NOUGHTS : GARBLED;
            if (String(row.d) !== String(d)) count += 1;
            if (how === "lost") await done(store.delete(keys[i] ?? ""));
            else await done(store.put({ ...row, d }));
          }
        }
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(new Error("aborted"));
        });
        database.close();
      }
      return count;
    },
    { damage, only },
  );
}
