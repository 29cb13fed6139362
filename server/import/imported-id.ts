import { createHash } from "node:crypto";

/**
 * The id of a record of the ERP, from its own key: an import repeated, or made on another server, means the same
 * document. UUID version 8 (RFC 9562) from SHA-256.
 */
export function importedId(...key: readonly (string | number)[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(key)).digest();
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
