import type { Binary } from "./binary.ts";

export type VCardVersion = "2.1" | "3.0" | "4.0";

/** The version that a card declares; without a usable one, what its lines look like. */
export function versionOf(lines: readonly Binary[]): VCardVersion {
  for (const line of lines) {
    const declared = /^\s*VERSION[^:]*:\s*(\d)/i.exec(line)?.[1];
    if (declared === "4") return "4.0";
    if (declared === "3") return "3.0";
    if (declared !== undefined) return "2.1";
  }
  const old = lines.some((line) => /^[^:]*;QUOTED-PRINTABLE\b/i.test(line));
  return old ? "2.1" : "3.0";
}

const PROPERTY = /^(?:[\w-]+\.)*[\w-]+\s*[;:]/;
const QUOTED = /QUOTED-PRINTABLE/i;
const BASE64 = /[;=,]\s*"?(?:BASE64|B)\b/i;

/** How the value of the line that is being gathered goes on. */
type Coding = "text" | "quoted" | "base64";

/**
 * The logical lines of a card. Three ways of folding are undone: a blank at the start of the next line (3.0 and 4.0
 * take it away, 2.1 keeps it), `=` at the end of a quoted-printable line, and the bare lines of base64 in 2.1. A line
 * that is no property and no fold goes on with the text before it: programs that do not escape line ends wrote it.
 * Cards inside the card (AGENT) are left out.
 */
export function unfold(
  lines: readonly Binary[],
  version: VCardVersion,
): readonly Binary[] {
  const whole: Binary[] = [];
  let gathered: Binary[] = [];
  let coding: Coding = "text";
  let inside = 0;
  let soft = false;

  function close(): void {
    if (gathered.length > 0) whole.push(gathered.join(""));
    gathered = [];
    soft = false;
  }
  function add(part: Binary): void {
    soft = coding === "quoted" && /=[ \t]*$/.test(part);
    gathered.push(soft ? part.replace(/=[ \t]*$/, "") : part);
  }
  for (const line of lines) {
    if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(line)) inside++;
    else if (inside > 0) {
      if (/^\s*END\s*:\s*VCARD\s*$/i.test(line)) inside--;
    } else if (soft) add(line);
    else if (/^[ \t]/.test(line) && gathered.length > 0)
      add(version === "2.1" && coding === "text" ? line : line.slice(1));
    else if (line.trim() === "") {
      if (coding === "base64") close();
    } else if (PROPERTY.test(line)) {
      close();
      coding = codingOf(line);
      add(line);
    } else if (gathered.length > 0) {
      add(coding === "base64" ? line : `\n${line}`);
    }
  }
  close();
  return whole;
}

function codingOf(line: Binary): Coding {
  const head = line.slice(0, line.indexOf(":") + 1);
  if (QUOTED.test(head)) return "quoted";
  return BASE64.test(head) ? "base64" : "text";
}
