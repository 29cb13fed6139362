import { checkField } from "../domain/field-check.ts";
import { normalEmail } from "../domain/email.ts";
import { textOf } from "./card.ts";
import { VALUE_MAX, type CardGleaner, type Channel } from "./card-gleaner.ts";

type PhoneField = "phone" | "mobile" | "fax" | "pager";

/**
 * TEL, EMAIL and URL: the best of each kind into its field (preferred before business before private), the others,
 * and what a field refuses (letters in a number), among the further channels.
 */
export function takeChannels(gleaner: CardGleaner): void {
  takePhones(gleaner);
  takeEmails(gleaner);
  takeHomePages(gleaner);
}

function takePhones(gleaner: CardGleaner): void {
  for (const channel of gleaner.channels("TEL")) {
    const { whole, number, extension } = readPhone(textOf(channel.property));
    const field = phoneField(channel);
    // Only the phone has a field for the extension beside it.
    const fits = extension === null || field === "phone";
    const free = field !== null && gleaner.fields[field] === undefined;
    if (free && fits && isShort(whole) && gleaner.put(field, number)) {
      if (extension) gleaner.put("extension", extension);
      gleaner.taken(channel.property);
    } else gleaner.addFurther(channel, "phone", whole);
  }
}

/** Nothing longer fits anywhere; and patterns are not let loose on megabytes. */
function isShort(text: string): boolean {
  return text.length <= VALUE_MAX;
}

function phoneField({ types }: Channel): PhoneField | null {
  if (types.has("fax")) return "fax";
  if (types.has("pager")) return "pager";
  if (types.has("cell") || types.has("mobile")) return "mobile";
  const noVoice = ["modem", "bbs", "isdn", "telex", "textphone"];
  return noVoice.some((type) => types.has(type)) ? null : "phone";
}

/** After a digit, a bracket or a blank: `MAX 100` at the end of a vanity number is none. */
const EXTENSION =
  /(?<=[\d)\s,;])(?:ext(?:ension)?\.?|x|int(?:erne|erno|\.)?|poste|durchwahl)\s*[:.=]?\s*(\d{1,10})$/i;

/** `tel:+41-21-555;ext=102` (RFC 3966) and `021 555 12 12 ext. 102`; `whole` is what a person would read. */
function readPhone(text: string): {
  readonly whole: string;
  readonly number: string;
  readonly extension: string | null;
} {
  const uri = /^\s*tel:([^;]*)(.*)$/is.exec(text);
  const whole = (
    uri ? `${unpercent(uri[1] ?? "")}${extOf(uri[2] ?? "")}` : text
  ).trim();
  const found = isShort(whole) ? EXTENSION.exec(whole) : null;
  if (!found) return { whole, number: whole, extension: null };
  const number = whole.slice(0, found.index).replace(/[\s,;]+$/, "");
  return /\d/.test(number)
    ? { whole, number, extension: found[1] ?? null }
    : { whole, number: whole, extension: null };
}

function extOf(params: string): string {
  const ext = /;ext=([^;]+)/i.exec(params)?.[1];
  return ext === undefined ? "" : ` ext. ${ext}`;
}

function unpercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function takeEmails(gleaner: CardGleaner): void {
  for (const channel of gleaner.channels("EMAIL")) {
    // Fax gateways and exchange directories are addresses of another kind.
    if (channel.types.has("x400") || channel.types.has("tlx")) continue;
    const address = bareAddress(textOf(channel.property));
    const { email, email2 } = gleaner.fields;
    const known = [email, email2].some(
      (value) => value?.toLowerCase() === address.toLowerCase(),
    );
    const field = email === undefined ? "email" : "email2";
    const free = gleaner.fields[field] === undefined;
    if (known || (free && isShort(address) && gleaner.put(field, address)))
      gleaner.taken(channel.property);
    else gleaner.addFurther(channel, "email", address);
  }
}

/** `Hans Dürr <hd@x.ch>` and `mailto:hd@x.ch?subject=…` are written by some programs. */
function bareAddress(text: string): string {
  if (!isShort(text)) return text;
  const inner = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text)?.[1] ?? text;
  const bare = inner
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/\?.*$/s, "");
  return normalEmail(bare) ?? bare;
}

function takeHomePages(gleaner: CardGleaner): void {
  for (const channel of gleaner.channels("URL")) {
    const page = textOf(channel.property).trim();
    const free = gleaner.fields.homePage === undefined;
    if (free && checkField("homePage", page, {}).problem === undefined) {
      gleaner.put("homePage", page);
      gleaner.taken(channel.property);
    } else gleaner.addFurther(channel, "homePage", page);
  }
}
