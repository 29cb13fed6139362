import { describe, expect, test } from "vitest";
import type { Contact } from "../../../../shared/entities/contact.ts";
import {
  writeCard,
  type WrittenVersion,
} from "../../../../shared/vcard/write-card.ts";
import { gruyere, person } from "../domain/contact-builder.ts";
import { readBytes } from "./read-text.ts";

const luc = person({
  name: "Luc Pasquier",
  firstName: "Luc",
  surname: "Pasquier",
  companyId: "0190a0a0-0000-7000-8000-000000000001",
  companyName: "Fromagerie Gruyère-Est SA",
  jobTitle: "Chef de production; suppléant",
  phone: "+41 26 555 01 24",
  mobile: "+41 79 555 01 24",
  email: "luc@gruyere-est.example",
  email2: "luc@privat.example",
  homePage: "https://gruyere-est.example/luc",
  address: "Route de la Gare 12",
  address2: "Bâtiment B",
  postCode: "1630",
  city: "Bulle",
  county: "FR",
  country: "CH",
  comment: `Aime les longues phrases, avec des virgules.\n${"é".repeat(90)}`,
  more: {
    "0190a0a0-0000-7000-8000-0000000000aa": {
      kind: "phone",
      label: "Chalet",
      value: "+41 26 555 77 77",
    },
  },
});

function read(contact: Contact, version: WrittenVersion) {
  const text = writeCard(contact, version);
  const [card] = readBytes(new TextEncoder().encode(text)).cards;
  if (card?.kind !== "contact") throw new Error(text);
  return { text, contact: card.contact };
}

describe.each(["4.0", "3.0"] as const)("vCard %s", (version) => {
  test("a person read again has the same fields", () => {
    const { contact } = read(luc, version);
    const {
      id: _id,
      type,
      name,
      companyName,
      companyId,
      more,
      ...fields
    } = luc;
    expect(companyId && more).toBeTruthy();
    expect(contact.type).toBe(type);
    expect(contact.name).toBe(name);
    expect(contact.companyName).toBe(companyName);
    expect(contact.fields).toEqual(fields);
    expect(contact.further).toEqual([
      expect.objectContaining({
        kind: "phone",
        label: "Chalet",
        value: "+41 26 555 77 77",
      }),
    ]);
  });

  test("a company stays a company", () => {
    const { contact } = read(gruyere(), version);
    expect(contact).toMatchObject({
      type: "company",
      name: "Fromagerie Gruyère-Est SA",
      fields: { city: "Bulle", phone: "+41 26 555 01 23" },
    });
  });

  test("no line is longer than 75 bytes, and none is cut inside a letter", () => {
    const { text } = read(luc, version);
    const sizes = text
      .split("\r\n")
      .map((one) => new TextEncoder().encode(one).length);
    expect(Math.max(...sizes)).toBe(75);
    expect(text).not.toContain("\uFFFD");
  });
});
