/** The little of XML that the parts of a workbook need: elements by name, attributes, escapes. No entities of its own. */

/** Opening tag and what is inside, of each element of a name; prefixes are overlooked. */
export function* elements(
  text: string,
  name: string,
): Iterable<readonly [string, string]> {
  const open = new RegExp(`<((?:\\w+:)?${name})(?=[\\s/>])[^>]*>`, "g");
  for (let found = open.exec(text); found; found = open.exec(text)) {
    const [tag, whole = ""] = found;
    if (tag.endsWith("/>")) {
      yield [tag, ""];
      continue;
    }
    const end = text.indexOf(`</${whole}>`, open.lastIndex);
    const inner = text.slice(open.lastIndex, end === -1 ? undefined : end);
    open.lastIndex = end === -1 ? text.length : end;
    yield [tag, inner];
  }
}

/** The opening tags of a name. */
export function tags(text: string, name: string): readonly string[] {
  const open = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, "g");
  return text.match(open) ?? [];
}

/** Empty when the tag has none of that name. */
export function attribute(tag: string, name: string): string {
  const at = tag.indexOf(` ${name}=`);
  if (at === -1) return "";
  const quote = tag.charAt(at + name.length + 2);
  const from = at + name.length + 3;
  const end = tag.indexOf(quote, from);
  return end === -1 ? "" : tag.slice(from, end);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

export function unescapeXml(text: string): string {
  if (!text.includes("&") && !text.includes("_x")) return text;
  return text
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi,
      (all, ...found) => {
        const [decimal, hex, name] = found as (string | undefined)[];
        if (name !== undefined) return NAMED[name] ?? all;
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      },
    )
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- no XML may hold them.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .toWellFormed()
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
