/** While no card is open the list has the whole page. */
export function NoContactPage() {
  return null;
}
