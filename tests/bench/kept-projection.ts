import type { Carnet } from "../helpers/carnet-app.ts";

/** What is kept for the next start is written while nobody types, and once more when more has come meanwhile. */
export async function untilKept(carnet: Carnet): Promise<void> {
  let before = "";
  let same = 0;
  for (let waited = 0; same < KEPT_TURNS; waited++) {
    if (waited > 600) throw new Error("The projection was never written.");
    await carnet.page.waitForTimeout(1000);
    const now = await carnet.page.evaluate(writtenParts);
    same = now !== "" && now === before ? same + 1 : 0;
    before = now;
  }
}

/** Seconds in which nothing was written. */
const KEPT_TURNS = 15;

/** In the page: which writing of the projection lies on the disk; empty = none. */
async function writtenParts(): Promise<string> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const db = await answer(indexedDB.open("carnet-projection"));
  try {
    if (!db.objectStoreNames.contains("parts")) return "";
    const table = db.transaction("parts").objectStore("parts");
    const stored = (await answer(table.get("work"))) as
      { readonly base: string } | undefined;
    return stored?.base ?? "";
  } finally {
    db.close();
  }
}

/** In the page: the next start finds nothing kept, and reads everything from the store. */
export async function forgetKept(): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const db = await answer(indexedDB.open("carnet-projection"));
  const parts = db.transaction("parts", "readwrite").objectStore("parts");
  await answer(parts.clear());
  db.close();
}
