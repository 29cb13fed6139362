import type { Contact } from "../../../../shared/entities/contact.ts";

export const companyId = "0190a0a0-0000-7000-8000-000000000001";
export const otherCompanyId = "0190a0a0-0000-7000-8000-000000000002";
export const personId = "0190a0a0-0000-7000-8000-000000000011";
export const otherPersonId = "0190a0a0-0000-7000-8000-000000000012";

/** The company of story A1, as it stands after creation. */
export function gruyere(values: Partial<Contact> = {}): Contact {
  return {
    id: companyId,
    type: "company",
    name: "Fromagerie Gruyère-Est SA",
    searchName: "FROMAGERIE GRUYÈRE-EST SA",
    no: "CT000001",
    companyId,
    companyName: "Fromagerie Gruyère-Est SA",
    address: "Route de la Gare 12",
    postCode: "1630",
    city: "Bulle",
    county: "FR",
    country: "CH",
    language: "FRS",
    phone: "+41 26 555 01 23",
    email: "info@gruyere-est.example",
    vatNo: "CHE-116.073.488 TVA",
    salesperson: "CRO",
    salutation: "COMPANY",
    ...values,
  };
}

/** The company of story A4. */
export function helvetia(values: Partial<Contact> = {}): Contact {
  return {
    id: otherCompanyId,
    type: "company",
    name: "Helvetia Präzision AG",
    no: "CT000002",
    companyId: otherCompanyId,
    companyName: "Helvetia Präzision AG",
    address: "Industriestrasse 45",
    postCode: "8005",
    city: "Zürich",
    county: "ZH",
    country: "CH",
    language: "DES",
    phone: "+41 44 555 20 00",
    salesperson: "SKE",
    salutation: "COMPANY",
    ...values,
  };
}

/** A person as bare as one can be. */
export function person(values: Partial<Contact> = {}): Contact {
  return { id: personId, type: "person", name: "Luc Pasquier", ...values };
}

/** Ids in a readable order: `…-000000000101`, `…102` and so on. */
export function countingIds(): () => string {
  let n = 100;
  return () => `0190a0a0-0000-7000-8000-000000000${++n}`;
}
