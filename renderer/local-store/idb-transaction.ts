/** Resolves when everything in it is written; rejects when nothing is. */
export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new Error("The documents were not written."));
  });
}

/** All of it or nothing: a transaction in which something throws would otherwise be written as far as it came. */
export async function allOrNothing<T>(
  transaction: IDBTransaction,
  write: () => T | Promise<T>,
): Promise<T> {
  const written = ended(transaction);
  try {
    const answer = await write();
    await written;
    return answer;
  } catch (error) {
    abort(transaction);
    await written.catch(() => {});
    throw error;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended.
  }
}

/** The answer, while the transaction is still open. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(request.error ?? new Error("The store has not answered."));
  });
}
