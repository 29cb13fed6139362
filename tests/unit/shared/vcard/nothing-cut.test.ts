import { expect, it } from "vitest";
import { contactOf } from "./read-text.ts";

const problemsOf = (...lines: readonly string[]) =>
  contactOf("3.0", "N:Blanc;Zoe", ...lines).problems.map(({ field, code }) => [
    field,
    code,
  ]);

it("a page or an address that no channel holds is kept whole, and said", () => {
  const page = `URL:https://example.ch/${"a".repeat(600)}END`;
  const address = `ADR;TYPE=home:;;${"b".repeat(600)}END;Bulle;;1630;CH`;
  const main = "ADR:;;Rue 1;Bulle;;1630;CH";
  const card = contactOf("3.0", "N:Blanc;Zoe", page, main, address);
  expect(card.further).toEqual([]);
  expect(card.kept).toEqual([page, address.replace("home", "home")]);
  expect(problemsOf(page, main, address)).toEqual([
    ["homePage", "too-long"],
    ["address", "too-long"],
  ]);
});

it("a label that is cut is kept whole with its number", () => {
  const label = `${"x".repeat(39)} yyyy`;
  const card = contactOf(
    "3.0",
    "N:Blanc;Zoe",
    "TEL:1234567",
    "item1.TEL:7654321",
    `item1.X-ABLabel:${label}`,
  );
  expect(card.further).toMatchObject([
    { label: "x".repeat(39), value: "7654321" },
  ]);
  expect(card.kept).toEqual(["item1.TEL:7654321", `item1.X-ABLABEL:${label}`]);
  expect(card.problems).toEqual([
    { field: "X-ABLABEL", code: "too-long", value: label },
  ]);
});

it("the own label of a number, page or address that has a field is kept, with what it is about", () => {
  for (const line of [
    "item1.TEL:021 555 12 12",
    "item1.URL:https://x.ch",
    "item1.ADR:;;Rue 1;Bulle;;1630;CH",
  ]) {
    const labelled = (label: string) =>
      contactOf("3.0", "N:Blanc;Zoe", line, `item1.X-ABLabel:${label}`).kept;
    expect(labelled("Chalet")).toEqual([line, "item1.X-ABLABEL:Chalet"]);
    // The address book's own words say no more than the field.
    expect(labelled("_$!<Work>!$_")).toEqual([]);
  }
});

it("names that are cut are kept whole, and said", () => {
  const long = `${"o".repeat(120)}END`;
  expect(problemsOf(`ORG:${long}`)).toEqual([["companyName", "too-long"]]);
  for (const lines of [
    [`ORG:${long}`],
    [`FN:${long}`],
    [`N:${long};Zoe`],
    [`N:Blanc;Zoe`, `ORG:${long}`],
  ]) {
    const card = contactOf("3.0", ...lines);
    expect(card.kept, lines[0]).toEqual([lines.at(-1)]);
    expect(card.problems, lines[0]).toMatchObject([{ code: "too-long" }]);
  }
});

it("FN that is written otherwise than the name is kept", () => {
  const card = contactOf("3.0", "N:Blanc;Zoe", "FN:Zoe BLANC");
  // N beside it: as long as it still says the name, so does FN.
  expect(card.kept).toEqual(["N:Blanc;Zoe", "FN:Zoe BLANC"]);
  expect(contactOf("3.0", "N:Blanc;Zoe", "FN:Zoe  Blanc").kept).toEqual([]);
});

it("an extension has a field beside the phone only; a fax or mobile keeps it in its number", () => {
  const number = "+41 21 555 12 12";
  for (const type of ["fax", "cell"]) {
    const { fields, further } = contactOf(
      "3.0",
      "N:Blanc;Zoe",
      `TEL;TYPE=${type}:${number} ext. 47`,
    );
    expect(fields.phone ?? fields.fax ?? fields.mobile).toBeUndefined();
    expect(further).toMatchObject([{ value: `${number} ext. 47` }]);
  }
  for (const typed of [` ext. 47`, ` x47`, `x47`, `, poste 47`, ` int. 47`])
    expect(
      contactOf("3.0", "N:Blanc;Zoe", `TEL:${number}${typed}`).fields,
      typed,
    ).toMatchObject({ phone: number, extension: "47" });
});

it("LOC-1: a vanity number is passed on as it is written", () => {
  for (const vanity of ["0800 MAX 100", "0800 555 TAXI ext. 5"]) {
    const { further, problems } = contactOf(
      "3.0",
      "N:Blanc;Zoe",
      `TEL:${vanity}`,
    );
    expect(further).toMatchObject([{ kind: "phone", value: vanity }]);
    expect(problems).toMatchObject([{ code: "letters-in-phone" }]);
  }
});

it("no value makes the patterns slow", () => {
  const start = performance.now();
  const { kept } = contactOf(
    "3.0",
    "N:Blanc;Zoe",
    `TEL:021${",".repeat(100_000)}1`,
    `EMAIL:<${"@".repeat(60_000)}`,
    `URL:${"a.".repeat(50_000)}`,
    `X-A${".a".repeat(50_000)}:1`,
    `X-B;${"a=b,c;".repeat(50_000)}:1`,
  );
  expect(kept.length).toBeGreaterThan(0);
  // 33 s before the values were bounded; milliseconds since.
  expect(performance.now() - start).toBeLessThan(5_000);
});
