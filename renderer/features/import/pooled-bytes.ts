/** Fetched by the thousand: each call costs as much as what it brings. */
export function pooledBytes(): (length: number) => Uint8Array {
  const pool = new Uint8Array(16 * 1024);
  let used = pool.length;
  return (length) => {
    if (used + length > pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    used += length;
    return pool.slice(used - length, used);
  };
}
