import type { Contact } from "../entities/contact.ts";

/** A member, null or undefined = absent. */
export type Absent = null | undefined;

/**
 * The document with one member set; undefined or null takes the member out, for there is no empty member in a stored
 * document. The same object when nothing changes, so that callers can tell "no change" by identity.
 */
export function withValue<T extends object, K extends keyof T>(
  document: T,
  key: K,
  value: T[K] | Absent,
): T {
  if ((document[key] ?? null) === (value ?? null)) return document;
  const changed = { ...document };
  if (value === null || value === undefined) delete changed[key];
  else changed[key] = value;
  return changed;
}

/** As `withValue`, of several members in one copy: an import does this for every card. */
export function withValues<T extends object>(
  document: T,
  values: readonly (readonly [key: keyof T, value: unknown])[],
): T {
  let changed: T | null = null;
  for (const [key, value] of values) {
    if (((changed ?? document)[key] ?? null) === (value ?? null)) continue;
    changed ??= { ...document };
    if (value === null || value === undefined) delete changed[key];
    else changed[key] = value as T[keyof T];
  }
  return changed ?? document;
}

/** The named members of `source`, absent ones included, put on `target`. */
export function copyValues(
  target: Contact,
  source: Contact,
  keys: readonly (keyof Contact)[],
): Contact {
  return withValues(
    target,
    keys.map((key) => [key, source[key]]),
  );
}
