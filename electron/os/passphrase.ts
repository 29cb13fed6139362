import { randomBytes, scrypt } from "node:crypto";
import { z } from "zod";

/** scrypt with 128 MB and about 0.4 s on a laptop; kept with the result, so it can be raised for new ones. */
const COST = { N: 2 ** 17, r: 8, p: 1 };

export const KeyDerivation = z.object({
  name: z.literal("scrypt"),
  N: z.int().max(2 ** 22),
  r: z.int().max(32),
  p: z.int().max(16),
  salt: z.base64(),
});
export type KeyDerivation = z.infer<typeof KeyDerivation>;

export function newKeyDerivation(cost: typeof COST = COST): KeyDerivation {
  return {
    name: "scrypt",
    ...cost,
    salt: randomBytes(16).toString("base64"),
  };
}

/** 32 bytes; equal for passphrases that look equal (Unicode NFKC). Off the main thread. */
export function keyFromPassphrase(
  passphrase: string,
  { N, r, p, salt }: KeyDerivation,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize("NFKC"),
      Buffer.from(salt, "base64"),
      32,
      { N, r, p, maxmem: 256 * N * r },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}
