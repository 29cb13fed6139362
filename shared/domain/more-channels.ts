import { ok, refuse, type Result } from "../core/result.ts";
import { Contact } from "../entities/contact.ts";
import type { Change } from "./change.ts";
import { normalEmail } from "./email.ts";
import type { ProblemCode } from "./field-check.ts";
import { isHomePage } from "./home-page.ts";
import { hasLetters } from "./phone.ts";

/** A number or an address beyond the named fields of a contact. */
export type MoreChannel = NonNullable<Contact["more"]>[string];
export type ChannelKind = MoreChannel["kind"];

/** In the order of the card. */
export const channelKinds = [
  "phone",
  "email",
  "homePage",
  "address",
] as const satisfies readonly ChannelKind[];

export interface TypedChannel {
  readonly kind: ChannelKind;
  readonly label: string;
  readonly value: string;
  /** What stood there when it was opened for typing: a text that still is this was not typed (OFF-6). */
  readonly opened?: {
    readonly label?: string | undefined;
    readonly value?: string | undefined;
  };
}

/** The text that cannot be stored; nothing was changed. */
export interface ChannelRefusal {
  readonly kind: "channel-refused";
  readonly member: "label" | "value";
  readonly code: ProblemCode;
}

/** The items of some kinds, by kind and then by age: a map has no order of its own (jsonb sorts its keys). */
export function channelsOf(
  contact: Contact,
  kinds: readonly ChannelKind[],
): readonly (readonly [string, MoreChannel])[] {
  return Object.entries(contact.more ?? {})
    .filter(([, { kind }]) => kinds.includes(kind))
    .toSorted(
      ([a, one], [b, other]) =>
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (a < b ? -1 : 1),
    );
}

/** A value that its kind does not look like. It is kept as typed, and the card says so (LOC-1, LOC-2). */
export function isOddChannel({
  kind,
  value,
}: Pick<MoreChannel, "kind" | "value">): boolean {
  switch (kind) {
    case "phone":
      return hasLetters(value) || !/\d/.test(value);
    case "email":
      return normalEmail(value) === null;
    case "homePage":
      return !isHomePage(value);
    case "address":
      return false;
  }
}

/**
 * What was typed into one line of the further channels, written as the item `itemId`; an emptied value takes the item
 * out. Only the members that were typed are mentioned on the wire (`more/ITEMID/value`), so that what others add or
 * change beside it, in the meantime too, stays. An item that somebody has removed meanwhile comes back whole: what was typed is not lost.
 */
export function writeChannel(
  contact: Contact,
  itemId: string,
  typed: TypedChannel,
): Result<readonly Change[], ChannelRefusal> {
  const before = contact.more?.[itemId];
  const { opened } = typed;
  const value =
    before && typed.value === opened?.value ? before.value : normalValue(typed);
  const label =
    before && typed.label === opened?.label
      ? (before.label ?? "")
      : oneLine(typed.label);
  if (value === "") return ok(removeChannel(contact, itemId));
  const bad =
    problemOf("value", value) ?? (label ? problemOf("label", label) : null);
  if (bad) return refuse(bad);
  const kind = before?.kind ?? typed.kind;
  const item: MoreChannel =
    label === "" ? { kind, value } : { kind, label, value };
  if (before?.value === value && (before.label ?? "") === label) return ok([]);
  const more = { ...contact.more, [itemId]: item };
  return ok(changeTo(contact, { ...contact, more }));
}

/** Takes one item out; nothing to do when it is gone already. */
export function removeChannel(
  contact: Contact,
  itemId: string,
): readonly Change[] {
  const { more, ...rest } = contact;
  if (!more?.[itemId]) return [];
  const { [itemId]: _removed, ...others } = more;
  const empty = Object.keys(others).length === 0;
  return changeTo(contact, empty ? rest : { ...rest, more: others });
}

function changeTo(before: Contact, after: Contact): readonly Change[] {
  return [{ c: "contacts", id: before.id, before, after }];
}

function normalValue({ kind, value }: TypedChannel): string {
  const text = oneLine(value);
  return kind === "email" ? (normalEmail(text) ?? text) : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const Item = Contact.fields.shape.more.unwrap().valueType;

function problemOf(
  member: "label" | "value",
  text: string,
): ChannelRefusal | null {
  const parsed = Item.shape[member].safeParse(text);
  if (parsed.success) return null;
  const tooLong = parsed.error.issues[0]?.code === "too_big";
  const code = tooLong ? "too-long" : "unstorable-character";
  return { kind: "channel-refused", member, code };
}
