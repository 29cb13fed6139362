let wanted: string | null = null;

/** The card of this contact takes the focus as soon as it stands there: after creating one goes on where it is. */
export function requestCardFocus(contactId: string): void {
  wanted = contactId;
}

/** True once per request. */
export function takeCardFocus(contactId: string): boolean {
  if (wanted !== contactId) return false;
  wanted = null;
  return true;
}
