/** In the address of a web source: where the search word goes (WEB-1). */
const PLACEHOLDER = /%1|%s|\{\{?(?:word|search)\}?\}/i;

/** A host name and what follows it, nothing that is more than an address: no user, no blank. */
const ADDRESS = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i;

/**
 * WEB-1: the address to open for a search word, encoded so that no word can be more than a word; null when the source's
 * address is none that a browser may open. Without a placeholder the source is opened as it is.
 */
export function webSourceLink(url: string, searchWord: string): string | null {
  const word = encodeURIComponent(searchWord.trim().toWellFormed());
  const address = url.trim().replace(PLACEHOLDER, () => word);
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address)
    ? address
    : `https://${address}`;
  return ADDRESS.test(whole) ? whole : null;
}
