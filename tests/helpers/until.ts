/** Asks again and again until `holds`, or throws with what it last saw. For use outside a test runner too. */
export async function until<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  timeoutMs = 30_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end)
      throw new Error(
        `Not in ${timeoutMs} ms; last seen: ${JSON.stringify(seen)}`,
      );
    await new Promise((done) => setTimeout(done, 50));
  }
}
