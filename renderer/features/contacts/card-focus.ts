let wanted: string | null = null;

/** The card of this contact takes the focus as soon as it stands there: after creating one goes on where it is. */
export function requestCardFocus(contactId: string): void {
  wanted = contactId;
}

/** True once per request, unless the person is by then in a menu, a dialog or a text field. */
export function takeCardFocus(contactId: string): boolean {
  if (wanted !== contactId) return false;
  wanted = null;
  const elsewhere = "input, textarea, .MuiModal-root";
  return !document.activeElement?.closest(elsewhere);
}
