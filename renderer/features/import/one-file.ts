import { formatOf } from "./file-format.ts";

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const LINE_END = "\r\n";

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
  const [first] = cards;
  if (!first || cards.length < 2) return files;
  const together = new File(
    parts.flatMap((part) => [part, LINE_END]),
    `${first.name} + ${cards.length - 1}`,
    { type: "text/vcard" },
  );
  return [together, ...others];
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
