import { describe, expect, it } from "vitest";
import {
  ownList,
  proposedCode,
  replaceInDefaults,
  replaceOnContacts,
  retired,
  uses,
  withCodeReplaced,
} from "../../../../shared/domain/set-up-lists.ts";
import {
  changeSetting,
  firstSetting,
  firstSettingFor,
} from "../../../../shared/domain/marketing-setting.ts";
import { starterCodes } from "../../../../shared/domain/starter-codes.ts";
import { Code, type CodeKind } from "../../../../shared/entities/code.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { gruyere } from "./contact-builder.ts";

const own: Code = {
  id: "0190a0a0-0000-7000-8000-000000000c01",
  kind: "industryGroup",
  code: "CHEESE",
  description: "Fromageries",
};

describe("replacing a code", () => {
  const item = "0190a0a0-0000-7000-8000-000000000c09";
  it.each<[CodeKind, Parameters<typeof gruyere>[0]]>([
    ["territory", { territory: "OLD" }],
    ["salesperson", { salesperson: "OLD" }],
    ["orgLevel", { orgLevel: "OLD" }],
    ["industryGroup", { industryGroups: ["A", "OLD"] }],
    ["mailingGroup", { mailingGroups: ["OLD"] }],
    ["jobResponsibility", { responsibilities: ["OLD"] }],
    ["businessRelation", { relations: { [item]: { code: "OLD" } } }],
    [
      "country",
      { altAddresses: { [item]: { code: "LAGER", country: "OLD" } } },
    ],
    ["webSource", { webSources: { [item]: { code: "OLD", searchWord: "x" } } }],
  ])("reaches %s on a contact", (kind, values) => {
    const before = gruyere(values);
    expect(uses(before, kind, "OLD")).toBe(true);
    const after = withCodeReplaced(before, kind, "OLD", "NEW");
    expect(JSON.stringify(after)).toBe(
      JSON.stringify(before).replace('"OLD"', '"NEW"'),
    );
    expect(uses(withCodeReplaced(before, kind, "OLD", null), kind, "OLD")).toBe(
      false,
    );
  });

  it("leaves one where a contact has both", () => {
    const both = gruyere({
      mailingGroups: ["OLD", "NEW"],
      relations: { a: { code: "OLD" }, b: { code: "NEW" } },
    });
    expect(
      withCodeReplaced(both, "mailingGroup", "OLD", "NEW").mailingGroups,
    ).toEqual(["NEW"]);
    expect(
      withCodeReplaced(both, "businessRelation", "OLD", "NEW").relations,
    ).toEqual({ b: { code: "NEW" } });
  });

  it("keeps what is linked or searched for where a contact has both", () => {
    const link = { linkKind: "customer", linkNo: "D-1" } as const;
    const replaced = (relations: Contact["relations"]) =>
      withCodeReplaced(gruyere({ relations }), "businessRelation", "OLD", "NEW")
        .relations;
    expect(
      replaced({ a: { code: "OLD", ...link }, b: { code: "NEW" } }),
    ).toEqual({ b: { code: "NEW", ...link } });
    const other = { code: "NEW", linkKind: "vendor", linkNo: "K-1" } as const;
    expect(replaced({ a: { code: "OLD", ...link }, b: other })).toEqual({
      ...{ a: { code: "NEW", ...link }, b: other },
    });
    const sources = gruyere({
      webSources: {
        a: { code: "OLD", searchWord: "cave" },
        b: { code: "NEW", searchWord: "fromage" },
        c: { code: "OLD", searchWord: "fromage" },
      },
    });
    expect(
      withCodeReplaced(sources, "webSource", "OLD", "NEW").webSources,
    ).toEqual({
      a: { code: "NEW", searchWord: "cave" },
      b: { code: "NEW", searchWord: "fromage" },
    });
  });

  it("changes nothing on a contact without it", () => {
    expect(replaceOnContacts([gruyere()], "territory", "OLD", "NEW")).toEqual(
      [],
    );
  });

  it("reaches the defaults", () => {
    const [change] = replaceInDefaults(
      firstSetting,
      "salutation",
      "UNISEX",
      "M",
    );
    expect(change?.after).toEqual({
      ...firstSetting,
      defaultPersonSalutation: "M",
    });
    const linked = { ...firstSetting, relationCustomer: "CUST" };
    const [moved] = replaceInDefaults(
      linked,
      "businessRelation",
      "CUST",
      "PROS",
    );
    expect(moved?.after).toEqual({ ...linked, relationCustomer: "PROS" });
  });
});

it("the first change of a list makes the starters its own, once", () => {
  const list = ownList("industryGroup", []);
  expect(list).toHaveLength(6);
  expect(list.every(({ origin }) => origin === "imported")).toBe(true);
  expect(ownList("industryGroup", [own])).toEqual([]);
});

it("a proposed code has no accents and is not taken", () => {
  expect(proposedCode("mailingGroup", "Vœux d'été", [])).toBe("VOEUXDETE");
  expect(proposedCode("mailingGroup", "Cadeau de fin d’année", [])).toBe(
    "CADEAUDEFI",
  );
  expect(proposedCode("mailingGroup", "Été", ["ETE", "ETE2"])).toBe("ETE3");
  expect(proposedCode("mailingGroup", "字", [])).toBe("CODE");
});

it("OFF-10: a code that something may still name stays as inactive", () => {
  expect(retired(own, true).after).toBeNull();
  expect(retired(own, false).after).toEqual({ ...own, inactive: true });
  const template = starterCodes.find(
    ({ kind }) => kind === "interactionTemplate",
  );
  if (!template) throw new Error("no template");
  expect(retired(template, true).after).toEqual({
    ...template,
    inactive: true,
  });
});

it("the set-up begins with the starter defaults and says nothing when nothing changes", () => {
  const [first] = changeSetting(null, { inheritLanguage: false });
  expect(first).toMatchObject({
    before: null,
    after: { defaultCountry: "CH", inheritLanguage: false },
  });
  expect(changeSetting(firstSetting, { defaultCountry: "CH" })).toEqual([]);
  const [german] = changeSetting(null, {}, firstSettingFor("de-CH"));
  expect(german?.after).toMatchObject({ defaultLanguage: "DES" });
  const [cleared] = changeSetting(firstSetting, { defaultSalesCycle: null });
  expect(cleared?.after).not.toHaveProperty("defaultSalesCycle");
});
