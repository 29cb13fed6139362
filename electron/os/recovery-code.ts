import { hkdfSync, randomInt } from "node:crypto";

/** Without I, L, O and U: nothing that is read as another letter, or as a figure. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 5;
const GROUP = 5;

/** `ABCDE-FGHJK-…`: 125 random bits, which nobody can try out. */
export function newRecoveryCode(): string {
  const group = () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(32)] ?? "").join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** As it was meant, however it was typed: in small letters, without the dashes, an O for a zero. */
export function asRecoveryCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

/** A code of so many random bits needs no slow derivation. */
export function keyFromRecoveryCode(code: string): Buffer {
  const bytes = Buffer.from(asRecoveryCode(code));
  return Buffer.from(hkdfSync("sha256", bytes, "", "carnet/recovery", 32));
}
