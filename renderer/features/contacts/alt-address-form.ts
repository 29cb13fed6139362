import type { CalendarDay } from "../../../shared/core/calendar.ts";
import {
  altTexts,
  periodsOf,
  type TypedAddress,
} from "../../../shared/domain/alt-address.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { formatDay } from "../../ui/format.ts";
import type { CardTexts } from "./card-texts.ts";

/**
 * What stands in the form: the texts by field, `from/ID` and `to/ID` of each period, `gone/ID` of one that was taken
 * out. A new address begins with one empty period.
 */
export function altTextsOf(contact: Contact, addressId: string): CardTexts {
  const address = contact.altAddresses?.[addressId];
  const texts: Record<string, string> = {};
  for (const field of altTexts) texts[field] = address?.[field] ?? "";
  const periods = periodsOf(contact).filter(
    (period) => period.address === addressId,
  );
  for (const { id, from, to } of periods) {
    texts[`from/${id}`] = formatDay(from);
    texts[`to/${id}`] = to === undefined ? "" : formatDay(to);
  }
  if (!address) texts[`from/${addressId}`] = "";
  return texts;
}

/** The periods of the form, in the order in which they were added. */
export function periodIds(texts: CardTexts): readonly string[] {
  return Object.keys(texts)
    .filter((key) => key.startsWith("from/"))
    .map((key) => key.slice("from/".length))
    .filter((id) => (texts[`gone/${id}`] ?? "") === "");
}

/** The form as typed; null when a day cannot be read. A period without any day is none. */
export function toTypedAddress(
  texts: CardTexts,
  today: CalendarDay,
): TypedAddress | null {
  const days = periodIds(texts).map((id) => ({
    id,
    from: (texts[`from/${id}`] ?? "").trim(),
    to: (texts[`to/${id}`] ?? "").trim(),
  }));
  const read = (text: string) => parseDay(text, today);
  const unread = days
    .flatMap(({ from, to }) => [from, to])
    .some((text) => text !== "" && read(text) === null);
  if (unread) return null;
  return {
    texts: Object.fromEntries(
      altTexts.map((field) => [field, texts[field] ?? ""]),
    ),
    periods: days
      .filter(({ from, to }) => from !== "" || to !== "")
      .map(({ id, from, to }) => ({ id, from: read(from), to: read(to) })),
  };
}
