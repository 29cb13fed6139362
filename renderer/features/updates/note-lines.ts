/** The items of a list in Markdown, each on one line; lines that go on belong to the item above. */
export function noteLines(notes: string): readonly string[] {
  const items: string[] = [];
  for (const line of notes.split("\n")) {
    const text = line.trim();
    if (text === "" || text.startsWith("#")) continue;
    if (text.startsWith("- ") || items.length === 0)
      items.push(text.replace(/^- /, ""));
    else items[items.length - 1] += ` ${text}`;
  }
  return items;
}
