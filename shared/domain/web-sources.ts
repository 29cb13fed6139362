import { ok, refuse, type Result } from "../core/result.ts";
import { Contact } from "../entities/contact.ts";
import type { Change } from "./change.ts";
import type { ProblemCode } from "./field-check.ts";
import { withValue } from "./with-value.ts";

export interface TypedWebSource {
  readonly code: string;
  readonly searchWord: string;
}

export interface WebSourceRefusal {
  readonly kind: "web-source-refused";
  readonly code: ProblemCode | "person-has-none" | "source-taken";
}

const Item = Contact.fields.shape.webSources.unwrap().valueType;

/** The web sources of a company with their search words, by code. */
export function webSourcesOf(
  contact: Contact,
): readonly (readonly [id: string, source: TypedWebSource])[] {
  return Object.entries(contact.webSources ?? {}).toSorted(
    ([a, one], [b, other]) =>
      one.code.localeCompare(other.code) || (a < b ? -1 : 1),
  );
}

/** A web source with its search word, new or changed (TYP-4: companies only; one row for each source). */
export function writeWebSource(
  contact: Contact,
  itemId: string,
  typed: TypedWebSource,
): Result<readonly Change[], WebSourceRefusal> {
  const no = (code: WebSourceRefusal["code"]) =>
    refuse({ kind: "web-source-refused" as const, code });
  if (contact.type !== "company") return no("person-has-none");
  const item = {
    code: typed.code,
    searchWord: typed.searchWord.replace(/\s+/g, " ").trim(),
  };
  if (item.code === "" || item.searchWord === "") return no("required");
  const taken = webSourcesOf(contact).some(
    ([id, { code }]) => id !== itemId && code === item.code,
  );
  if (taken) return no("source-taken");
  const issue = Item.safeParse(item).error?.issues[0];
  if (issue) {
    return no(issue.code === "too_big" ? "too-long" : "unstorable-character");
  }
  const webSources = { ...contact.webSources, [itemId]: item };
  return ok([
    {
      c: "contacts",
      id: contact.id,
      before: contact,
      after: { ...contact, webSources },
    },
  ]);
}

/** Takes a web source away; nothing to do when it is gone already. */
export function removeWebSource(
  contact: Contact,
  itemId: string,
): readonly Change[] {
  const { [itemId]: gone, ...others } = contact.webSources ?? {};
  if (!gone) return [];
  const empty = Object.keys(others).length === 0;
  const after = withValue(contact, "webSources", empty ? null : others);
  return [{ c: "contacts", id: contact.id, before: contact, after }];
}
