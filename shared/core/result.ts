/** An expected failure is a value, a bug is a throw. `kind` is a stable code, never shown as it is. */
export type Result<T, F extends { readonly kind: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<F extends { readonly kind: string }>(
  error: F,
): { readonly ok: false; readonly error: F } {
  return { ok: false, error };
}
