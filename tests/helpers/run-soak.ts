/** The figures of a long proof; `ok` is its verdict. */
export interface Proof {
  readonly ok: boolean;
  readonly [figure: string]: unknown;
}

/** Runs a long proof: its one JSON line on standard output, whatever happens, and the exit code. */
export async function runSoak(
  soak: string,
  work: (say: (words: string) => void) => Promise<Proof>,
): Promise<void> {
  const started = performance.now();
  const since = () => Math.round((performance.now() - started) / 1000);
  const say = (words: string) =>
    process.stderr.write(`${soak} ${since()} s: ${words}\n`);
  const proof = await work(say).catch((error: unknown): Proof => {
    const { stack, message } = error as Error;
    process.stderr.write(`${stack}\n`);
    return { ok: false, error: message };
  });
  const { ok, ...figures } = proof;
  const line = { ok, soak, ...figures, seconds: since() };
  // A device or a socket that is still trying must not keep a finished proof alive.
  process.stdout.write(`${JSON.stringify(line)}\n`, () =>
    process.exit(ok ? 0 : 1),
  );
}

/** A whole number from the command line. */
export function figure(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isFinite(number) || number <= 0)
    throw new Error(`${text} is no number above 0`);
  return number;
}
