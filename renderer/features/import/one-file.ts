import { formatOf } from "./file-format.ts";

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const LINE_END = "\r\n";
/** Of the names of files that are one import. */
const NAMES_LETTERS = 100;

/**
 * Programs that write one card a file leave many of them: chosen together they are one import, with one preview and one
 * way back. Tables, and cards in a charset of two bytes a letter, come one after the other as before.
 */
export async function asOneFile(
  files: readonly File[],
): Promise<readonly File[]> {
  const parts: Blob[] = [];
  const cards: File[] = [];
  const others: File[] = [];
  for (const file of files) {
    const part = files.length > 1 ? await cardsOf(file) : null;
    if (part) {
      parts.push(part);
      cards.push(file);
    } else others.push(file);
  }
  if (cards.length < 2) return files;
  const together = new File(
    parts.flatMap((part) => [part, LINE_END]),
    namesOf(cards),
    { type: "text/vcard" },
  );
  return [together, ...others];
}

/** What the import of several is called: their names, as many as are read at a glance. */
function namesOf(cards: readonly File[]): string {
  const names = cards.map(({ name }) => name);
  let shown = names.length;
  while (shown > 1 && names.slice(0, shown).join(", ").length > NAMES_LETTERS)
    shown -= 1;
  const list = names.slice(0, shown).join(", ");
  return shown < names.length ? `${list}, …` : list;
}

/** The cards of a file as they may stand behind others; null = it is read for itself. */
async function cardsOf(file: File): Promise<Blob | null> {
  try {
    const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
    const marked = UTF8_MARK.every((byte, i) => start[i] === byte);
    const text = new TextDecoder("latin1").decode(start.slice(marked ? 3 : 0));
    if (!/^\s*BEGIN\s*:\s*VCARD/i.test(text)) return null;
    if ((await formatOf(file)) !== "vcard") return null;
    return marked ? file.slice(UTF8_MARK.length) : file;
  } catch {
    // The import says what is wrong with it.
    return null;
  }
}
