const NOTES_MAX = 20_000;

/**
 * What CHANGELOG.md says of a version, without its headings; of one that is still to be released what stands first. Cut
 * at the end of an item where it is longer than a feed may be.
 */
export function releaseNotes(changelog: string, version: string): string {
  const plain = version.replace(/-dev$/, "");
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((text) => text.split(/\s/)[0] === plain);
  const lines = (own ?? sections[0] ?? "")
    .split("\n")
    .slice(1)
    .filter((line) => !line.startsWith("#"));
  const text = lines.join("\n").trim();
  if (text.length <= NOTES_MAX) return text;
  return text.slice(0, text.lastIndexOf("\n- ", NOTES_MAX));
}
