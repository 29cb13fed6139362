const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const MAX_DEPTH = 8;
const MAX_KEYS = 200;

/**
 * Why this JSON value must not go near a database or an object, or null when it is harmless.
 *
 * PostgreSQL's jsonb throws on U+0000 and on lone surrogates: one pasted character would otherwise turn into a
 * server error that an endlessly retried push repeats for ever.
 */
export function findPoison(raw: unknown, depth = 0): string | null {
  if (typeof raw === "string") return poisonInText(raw);
  if (typeof raw === "number")
    return Number.isFinite(raw) ? null : "not_finite";
  if (typeof raw !== "object" || raw === null) return null;
  if (depth >= MAX_DEPTH) return "too_deep";
  const keys = Object.keys(raw);
  if (!Array.isArray(raw) && keys.length > MAX_KEYS) return "too_many_keys";
  for (const key of keys) {
    if (FORBIDDEN_KEYS.has(key)) return "forbidden_key";
    const found =
      poisonInText(key) ??
      findPoison((raw as Record<string, unknown>)[key], depth + 1);
    if (found) return found;
  }
  return null;
}

function poisonInText(text: string): string | null {
  if (text.includes("\u0000")) return "unstorable_text";
  return text.isWellFormed() ? null : "unstorable_text";
}
