import { expect, it } from "vitest";
import {
  codesOf,
  codeText,
  findCode,
  starterCodes,
} from "../../../../shared/domain/starter-codes.ts";
import { Code } from "../../../../shared/entities/code.ts";

it("every starter code is a valid code with three translations, a formula is of one language", () => {
  for (const code of starterCodes) {
    expect(Code.fields.safeParse(code).error).toBeUndefined();
    if (code.kind === "salutationFormula") continue;
    expect(Object.keys(code.translations ?? {})).toEqual([
      "de-CH",
      "it-CH",
      "en",
    ]);
  }
});

it("no two starter codes share an id, nor kind and code", () => {
  expect(new Set(starterCodes.map((code) => code.id)).size).toBe(
    starterCodes.length,
  );
  expect(
    new Set(starterCodes.map((code) => `${code.kind}/${code.code}`)).size,
  ).toBe(starterCodes.length);
});

it("a starter code keeps its id for ever", () => {
  expect(findCode("interactionTemplate", "ONSITE", [])?.id).toBe(
    "21890405-485e-846f-bf66-ef39899a76c1",
  );
});

it.each([
  ["ONSITE", "MEETING", 4500, 180, "out", "us"],
  ["INHOUSE", "MEETING", 2500, 120, "out", "us"],
  ["WORKSHOP", "MEETING", 12000, 300, "out", "us"],
  ["OUTGOING", "PHONE", 100, 15, "out", "us"],
  ["INCOME", "PHONE", 0, 15, "in", "them"],
  ["BUS", "LETTER", 800, 30, "out", "us"],
  ["ABSTRACT", "LETTER", 800, 90, "out", undefined],
  ["EMAIL", "SYSTEM", 800, 1, "out", "us"],
])("INT-3: template %s presets its group, cost and minutes", (...row) => {
  const [code, group, cost, minutes, flow, by] = row;
  const template = findCode("interactionTemplate", code, []);
  expect(template).toMatchObject({
    group,
    unitCostMinor: cost,
    unitDurationMin: minutes,
    flow,
  });
  expect(template?.initiatedBy).toBe(by);
});

it("S3: the relations that the seed names are all there", () => {
  const relations = codesOf("businessRelation", []).map((code) => code.code);
  expect(relations).toEqual(
    expect.arrayContaining(["CUST", "PROS", "VEND", "LAW", "CONS", "COMP"]),
  );
});

it("every template belongs to a group of the list", () => {
  const groups = codesOf("interactionGroup", []).map((code) => code.code);
  for (const template of codesOf("interactionTemplate", [])) {
    expect(groups).toContain(template.group);
  }
});

it("a company's own list replaces the starter list of that kind only", () => {
  const own: Code[] = [
    {
      id: "0190a0a0-0000-7000-8000-000000000c01",
      kind: "territory",
      code: "B",
      description: "B",
    },
    {
      id: "0190a0a0-0000-7000-8000-000000000c02",
      kind: "territory",
      code: "A",
      description: "A",
    },
    {
      id: "0190a0a0-0000-7000-8000-000000000c03",
      kind: "territory",
      code: "Z",
      description: "Z",
      sort: 1,
    },
    {
      id: "0190a0a0-0000-7000-8000-000000000c04",
      kind: "territory",
      code: "X",
      description: "X",
      inactive: true,
    },
  ];
  expect(codesOf("territory", own).map((code) => code.code)).toEqual([
    "Z",
    "A",
    "B",
  ]);
  expect(findCode("territory", "ROM", own)).toBeNull();
  expect(findCode("territory", "X", own)?.inactive).toBe(true);
  expect(codesOf("currency", own)[0]?.code).toBe("CHF");
});

it("a code speaks the language of the window", () => {
  const onsite = findCode("interactionTemplate", "ONSITE", []) as Code;
  expect(codeText(onsite, "en")).toBe("Visit at customer");
  expect(codeText(onsite, "fr-CH")).toBe("Visite chez le client");
});
