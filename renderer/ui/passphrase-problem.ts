/** What `vault/unlock` takes at least; a shorter one would be refused as bad input. */
export const PASSPHRASE_MIN = 8;

/** Why a passphrase cannot be chosen yet; null when it can. */
export function passphraseProblem(
  typed: string,
  repeated: string,
): "too-short" | "differs" | null {
  if (typed.length < PASSPHRASE_MIN) return "too-short";
  return typed === repeated ? null : "differs";
}
