/**
 * The salesperson that a form takes when somebody has just said who they are: themselves where nobody who is on the list
 * was chosen, and nobody in the place of another; null = none.
 */
export function nameJustSaid(
  before: string | undefined,
  now: string | undefined,
  chosen: string | undefined,
  codes: readonly { readonly code: string }[],
): string | null {
  if (before !== undefined || now === undefined) return null;
  return codes.some(({ code }) => code === chosen) ? null : now;
}
