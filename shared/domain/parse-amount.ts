/** An amount as one types it (`48'000`, `46500.50`, `1 200,5`, `48k`), in minor units; null = none, or no amount. */
export function parseAmount(typed: string): number | null {
  const text = typed.replaceAll(/[\s'’\u00a0\u202f]|chf|fr\.?$/gi, "");
  const match = /^(\d{1,11})(?:[.,](\d{1,2})|[.,][-–]{1,2})?(k)?$/i.exec(text);
  if (!match) return null;
  const [, whole = "", part = "", thousand] = match;
  const minor = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return thousand ? minor * 1000 : minor;
}
