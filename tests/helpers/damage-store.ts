import type { Page } from "playwright-core";

/** RxDB's Dexie database of the contacts. */
const CONTACTS = "rxdb-dexie-carnet--0--contacts";

/** Takes a contact out of IndexedDB behind the app's back, as a disk might; the card is the open one. */
export async function loseContact(page: Page, name: string): Promise<void> {
  await page.getByRole("row").filter({ hasText: name }).first().click();
  await page.getByRole("heading", { name }).first().waitFor();
  const id = /contacts\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`${name} is not open: ${page.url()}`);
  await page.evaluate(
    async ([database, key]) => {
      const opening = indexedDB.open(database);
      await new Promise<void>((resolve, reject) => {
        opening.onsuccess = () => resolve();
        opening.onerror = () => reject(opening.error);
      });
      const { result } = opening;
      const transaction = result.transaction("docs", "readwrite", {
        durability: "strict",
      });
      transaction.objectStore("docs").delete(key);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      result.close();
    },
    [CONTACTS, id] as const,
  );
}
