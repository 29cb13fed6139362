import { expect, it } from "vitest";
import {
  becomeSalesperson,
  ownSalesperson,
  salespersonCode,
} from "../../../../shared/domain/own-salesperson.ts";
import { Code } from "../../../../shared/entities/code.ts";
import { Setting } from "../../../../shared/entities/setting.ts";
import { countingIds } from "./contact-builder.ts";

const nobody = { newId: countingIds(), codes: [], setting: null };

it("a salesperson's letters are those that colleagues use, and nobody else's", () => {
  expect(salespersonCode("Chantal Rochat", [])).toBe("CRO");
  expect(salespersonCode("Chantal Rochat", ["CRO", "CRO2"])).toBe("CRO3");
  expect(salespersonCode("Jean-Marc Émery", [])).toBe("JEM");
  expect(salespersonCode("Zoë", [])).toBe("ZOE");
  expect(salespersonCode("—", [])).toBe("ME");
});

it("DEF-2: who says their name in an empty notebook is its salesperson and what new cards begin with, at once", () => {
  const [code, setting, ...more] = becomeSalesperson(
    nobody,
    "  Chantal Rochat ",
    { defaultCountry: "CH" },
  );
  expect(more).toEqual([]);
  if (code?.c !== "codes" || setting?.c !== "settings")
    throw new Error("a code, then the set-up");
  expect(Code.fields.safeParse(code.after).error).toBeUndefined();
  expect(Setting.fields.safeParse(setting.after).error).toBeUndefined();
  expect(setting.after).toMatchObject({
    defaultSalesperson: "CRO",
    defaultCountry: "CH",
  });
  const find = (wanted: string) =>
    code.after?.code === wanted ? code.after : null;
  expect(ownSalesperson(setting.after, find)).toEqual({
    name: "Chantal Rochat",
    salesperson: "CRO",
  });
  expect(ownSalesperson(null, find)).toBeNull();
  expect(
    ownSalesperson({ ...setting.after!, defaultSalesperson: "XX" }, find),
  ).toBeNull();
});

it("somebody of that name who is on the list already is taken; a retired one's letters are not", () => {
  const id = "0190a0a0-0000-7000-8000-0000000000c1";
  const there: Code = {
    ...{ id, kind: "salesperson", code: "CHR" },
    description: "Chantal Rochat",
  };
  const again = becomeSalesperson(
    { ...nobody, codes: [there] },
    "chantal rochat",
  );
  expect(again).toHaveLength(1);
  expect(again[0]?.after).toMatchObject({ defaultSalesperson: "CHR" });
  const retired = { ...there, code: "CRO", inactive: true };
  const anew = becomeSalesperson(
    { ...nobody, codes: [retired] },
    "Chantal Rochat",
  );
  expect(anew[0]?.after).toMatchObject({ code: "CRO2" });
});

it("an empty name makes nobody, and leaves what else is said", () => {
  expect(becomeSalesperson(nobody, "  ")).toEqual([]);
  const [region, ...more] = becomeSalesperson(nobody, "", {
    defaultCountry: "DE",
  });
  expect(more).toEqual([]);
  expect(region?.after).toMatchObject({ defaultCountry: "DE" });
  expect(region?.after).not.toHaveProperty("defaultSalesperson");
});
