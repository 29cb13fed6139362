import { calledBy } from "./nicknames.ts";
import type { MatchFacts } from "./match-facts.ts";

const LAST_DIGITS = 8;
const MOST_WORDS = 4;

/**
 * Keys under which a contact and its possible doubles meet, whatever was mistyped elsewhere (DUP-9, DUP-10): e-mail and
 * its local part, phone, VAT number, two words of the name by their sound or as people are called, one of them with the
 * place, the street with the place. A key has no blanks.
 */
export function blockKeys(facts: MatchFacts): readonly string[] {
  const { type, name, emails, mailboxes, mobiles, lines, vat } = facts;
  const keys: string[] = [];
  const kind = type === "company" ? "c" : "p";
  for (const email of [...emails, ...mailboxes]) {
    keys.push(`e/${email}`);
    const local = (email.split("@")[0] ?? "").replace(/[^\p{L}\p{N}]/gu, "");
    if (!mailboxes.includes(email) && local.length > 5) keys.push(`l/${local}`);
  }
  for (const digits of [...mobiles, ...lines])
    keys.push(`t/${digits.slice(-LAST_DIGITS)}`);
  if (vat.length >= 6) keys.push(`v/${vat}`);
  const words = type === "person" ? name.words : longest(facts);
  const called = words
    .slice(0, MOST_WORDS)
    .map(({ text, sound }) => {
      const nick = type === "person" ? calledBy(text) : text;
      return nick === text ? sound : nick;
    })
    .filter((word) => word !== "");
  for (let i = 0; i < called.length; i++) {
    const one = called[i] ?? "";
    if (facts.postCode !== "") keys.push(`n/${one}:${facts.postCode}`);
    for (const other of called.slice(i + 1))
      keys.push(`w/${one < other ? `${one}+${other}` : `${other}+${one}`}`);
  }
  if (called.length === 1) keys.push(`w/${called[0]}`);
  if (facts.street !== "" && facts.postCode !== "")
    keys.push(`s/${facts.street}:${facts.postCode}`);
  return [...new Set(keys.map((key) => `${kind}${key.replace(/\s/g, "_")}`))];
}

/** A company's words of most letters: what it is called, rather than what it does in two letters. */
function longest({ name }: MatchFacts): MatchFacts["name"]["words"] {
  return name.words
    .toSorted(
      (a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
    )
    .slice(0, 3);
}
