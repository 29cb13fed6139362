import { expect, it } from "vitest";
import {
  baseOf,
  typedOf,
} from "../../../../../renderer/features/contacts/card-texts.ts";
import { writeAltAddress } from "../../../../../shared/domain/alt-address.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { toOps } from "../../../../../shared/sync/to-ops.ts";

const contact = (item: object): Contact => ({
  id: "01890000-0000-7000-8000-000000000001",
  type: "company",
  name: "Firma",
  altAddresses: { a: { code: "CHALET", ...item } },
});
const has = ({ altAddresses }: Contact) => altAddresses?.["a"] !== undefined;

function opsOf(opened: Contact, current: Contact) {
  const base = baseOf(opened, current, has);
  const texts = { code: "CHALET", city: "Gruyères", phone: "+41 26 555 01 23" };
  const written = writeAltAddress(base, "a", { texts, periods: [] });
  return written.ok ? written.value.flatMap((one) => toOps(one, 0)) : null;
}

it("only what was typed is written, with the value that the person saw", () => {
  const phone = "+41 26 555 01 23";
  const opened = contact({ city: "Bulle", phone });
  const current = contact({ city: "Broc", phone: "+41 26 555 99 99" });
  expect(opsOf(opened, current)).toMatchObject([
    { k: "set", f: { "altAddresses/a/city": ["Bulle", "Gruyères"] } },
  ]);
});

it("an item that somebody has taken out is written anew as a whole", () => {
  const { altAddresses: _, ...current } = contact({});
  const [op] = opsOf(contact({ city: "Bulle" }), current) ?? [];
  expect(op).toMatchObject({
    f: { "altAddresses/a": [null, { code: "CHALET", city: "Gruyères" }] },
  });
});

it("a draft keeps what was typed, also what was emptied or added", () => {
  const start = { city: "Bulle", phone: "1" };
  const texts = { city: "", phone: "1", "from/b": "" };
  expect(typedOf(texts, start)).toEqual({ city: "", "from/b": "" });
});
