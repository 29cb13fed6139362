import { describe, expect, it } from "vitest";
import { greeting } from "../../../../shared/domain/salutation.ts";
import { codesOf } from "../../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import { gruyere, person } from "./contact-builder.ts";

const formulas = codesOf("salutationFormula", []);

describe("A17: greetings", () => {
  it("SAL-1: Anna Meier (F, DES)", () => {
    const anna = person({
      firstName: "Anna",
      surname: "Meier",
      salutation: "F",
      language: "DES",
    });
    expect(greeting(anna, formulas, "formal")).toEqual({
      ok: true,
      value: "Sehr geehrte Frau Anna Meier,",
    });
  });

  it("SAL-1: Luc Pasquier (M, FRS)", () => {
    const luc = person({
      firstName: "Luc",
      surname: "Pasquier",
      salutation: "M",
      language: "FRS",
    });
    expect(greeting(luc, formulas, "formal")).toEqual({
      ok: true,
      value: "Cher Monsieur Pasquier,",
    });
    expect(greeting(luc, formulas, "informal")).toEqual({
      ok: true,
      value: "Cher Luc,",
    });
  });

  it("SAL-1: Caffè Lugano Sagl (COMPANY, ITS)", () => {
    const caffe = gruyere({ name: "Caffè Lugano Sagl", language: "ITS" });
    expect(greeting(caffe, formulas, "formal")).toEqual({
      ok: true,
      value: "Spettabile Ditta Caffè Lugano Sagl,",
    });
  });

  it("SAL-1: Annina (UNISEX, RMC) has no formula: the answer names both", () => {
    const annina = person({ salutation: "UNISEX", language: "RMC" });
    expect(greeting(annina, formulas, "formal")).toEqual({
      ok: false,
      error: { kind: "no-formula", salutation: "UNISEX", language: "RMC" },
    });
  });
});

it("SAL-1: without a salutation or a language there is no greeting, and it says which is missing", () => {
  expect(greeting(person(), formulas, "formal")).toMatchObject({
    error: { kind: "no-salutation" },
  });
  expect(
    greeting(person({ salutation: "M" }), formulas, "formal"),
  ).toMatchObject({ error: { kind: "no-language", salutation: "M" } });
});

const formula = (description: string, parts: Code["parts"]): Code => ({
  id: "0190a0a0-0000-7000-8000-0000000000f1",
  kind: "salutationFormula",
  code: "M/ENG/F",
  description,
  salutation: "M",
  language: "ENG",
  formality: "formal",
  ...(parts ? { parts } : {}),
});

it.each([
  ["Dear %1 %2 %3,", "Dear Anna Meier,"],
  ["Dear %3 %2, hello", "Dear Meier, hello"],
  ["Dear %2,", "Dear,"],
  ["%2 %1", "Anna"],
  ["No part at all.", "No part at all."],
  ["Dear %5%4,", "Dear,"],
  ["Bonjour %1 !", "Bonjour Anna !"],
])("SAL-2: “%s” becomes “%s”", (text, words) => {
  const anna = person({
    firstName: "Anna",
    surname: "Meier",
    salutation: "M",
    language: "ENG",
  });
  expect(
    greeting(
      anna,
      [formula(text, ["firstName", "middleName", "surname"])],
      "formal",
    ),
  ).toEqual({ ok: true, value: words });
});

it("SAL-2: a name that looks like a placeholder is a name", () => {
  const odd = person({
    firstName: "%2",
    surname: "$&",
    salutation: "M",
    language: "ENG",
  });
  expect(
    greeting(odd, [formula("Dear %1 %2,", ["firstName", "surname"])], "formal"),
  ).toEqual({ ok: true, value: "Dear %2 $&," });
});
