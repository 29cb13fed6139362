import {
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TAG_LENGTH = 4;
/** 100 random bits. */
const CODE_LENGTH = 20;

export function randomLetters(length: number): string {
  return Array.from(
    randomBytes(length),
    (byte) => LETTERS[byte % 32] ?? "0",
  ).join("");
}

export function newTag(): string {
  return randomLetters(TAG_LENGTH);
}

/** `TAGG-XXXXX-XXXXX-XXXXX-XXXXX`: the tenant's tag, then what nobody can guess. */
export function newEnrolmentCode(tag: string): string {
  const groups = randomLetters(CODE_LENGTH).match(/.{5}/g) ?? [];
  return [tag, ...groups].join("-");
}

/** The code as it was printed, however it was typed; null when it cannot be one. */
export function readEnrolmentCode(
  typed: string,
): { readonly tag: string; readonly code: string } | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{24}$/.test(letters)) return null;
  return { tag: letters.slice(0, TAG_LENGTH), code: letters };
}

/** What the database keeps of a secret. Secrets here are long and random: a plain hash cannot be searched. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function sameHash(a: string | null, b: string): boolean {
  if (a === null || a.length !== b.length) return false;
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** How a device's proof names the refresh token that it is about. */
export function proofHash(refresh: string): string {
  return createHash("sha256").update(refresh).digest("base64url");
}

/** `TENANT.SECRET`: opaque to the device, tells the server whose table to look in. */
export function newRefreshToken(tenantId: string): string {
  return `${tenantId}.${randomBytes(32).toString("base64url")}`;
}

/**
 * The token that follows `presented`. Any process of the server can work it out again for whoever presents the old one,
 * and nobody can from the database alone, which holds neither of them.
 */
export function successorOf(
  presented: string,
  how: {
    readonly tenantId: string;
    readonly secret: string;
    readonly salt: string;
  },
): string {
  const hmac = createHmac("sha256", how.secret);
  const next = hmac.update(`${how.salt}.${presented}`).digest("base64url");
  return `${how.tenantId}.${next}`;
}

export function newSalt(): string {
  return randomBytes(16).toString("base64url");
}

export function tenantOfRefreshToken(token: string): string | null {
  const match = /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(token);
  return match?.[1] ?? null;
}
