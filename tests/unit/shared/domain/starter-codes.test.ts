import { expect, it } from "vitest";
import {
  codesOf,
  codeText,
  findCode,
  starterCodes,
} from "../../../../shared/domain/starter-codes.ts";
import { Code, type CodeKind } from "../../../../shared/entities/code.ts";

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

it("the sales cycles have the stages of the starter data, in four languages", () => {
  const rows = (cycle: string) =>
    findCode("salesCycle", cycle, [])?.stages?.map((one) => [
      one.stage,
      one.completed,
      one.chances,
      one.quoteRequired ?? false,
      one.allowSkip ?? false,
    ]);
  expect(rows("NEW")).toEqual([
    [1, 2, 10, false, false],
    [2, 5, 20, false, false],
    [3, 40, 50, true, true],
    [4, 60, 75, true, false],
    [5, 95, 100, true, false],
  ]);
  expect(rows("EXISTING")).toEqual([
    [1, 2, 10, false, true],
    [2, 50, 40, false, true],
    [3, 80, 80, true, false],
    [4, 95, 100, true, false],
  ]);
});

it("the cycle of the starter defaults is one of the list", () => {
  expect(findCode("salesCycle", "NEW", [])?.probability).toBe("add");
});

it("every starter of domain.md §2.6 is there", () => {
  const codes = (kind: CodeKind) => codesOf(kind, []).map(({ code }) => code);
  expect(codes("businessRelation").toSorted()).toEqual(
    words(
      "ACCOUNT ATHOR BANK COMP CONS CUST EMP JOB LAW PRESS PROS TRAVEL VEND",
    ),
  );
  expect(codes("industryGroup")).toEqual(
    words("ADVERT LAWYER MAN PRESS RET WHOLE"),
  );
  expect(codes("mailingGroup")).toEqual(words("X-CARD X-GIFT"));
  expect(codes("jobResponsibility").toSorted()).toEqual(
    words("APR ARR MARKETING PURCHASE SALE"),
  );
  expect(codes("orgLevel")).toEqual(
    expect.arrayContaining([...words("CEO CFO")]),
  );
  expect(codes("interactionTemplate").toSorted()).toEqual(
    words(
      "ABSTRACT BUS EMAIL INCOME INHOUSE INSDOC MEMO ONSITE OUTGOING WORKSHOP",
    ),
  );
  expect(codes("closeCode").toSorted()).toEqual(
    words(
      "BUSINESS_L BUSINESS_W CONSULT_L CONSULT_W POSTPND_L PRES_L PRES_W PRICE_L PRICE_W PRODUCT_L PRODUCT_W RELATION_L RELATION_W SALESREP_L SALESREP_W TIMEWST_L WALKED_L",
    ),
  );
  expect(codes("salutation")).toEqual(words("COMPANY UNISEX M F F-MAR F-UMAR"));
  expect(codes("language")).toEqual(words("FRS DES ITS RMC ENG"));
});

function words(text: string): readonly string[] {
  return text.split(" ");
}
