import { describe, expect, it } from "vitest";
import {
  checkField,
  checkFields,
  warningAbout,
} from "../../../../shared/domain/field-check.ts";
import { gruyere } from "./contact-builder.ts";

const swiss = { country: "CH" };
const error = (code: string) => ({ problem: { kind: "error", code } });

describe("one typed field", () => {
  it("A1: letters in a telephone number are refused", () => {
    for (const field of ["phone", "mobile", "fax", "pager"] as const) {
      expect(checkField(field, "+41 26 FROMAGE", swiss)).toEqual(
        error("letters-in-phone"),
      );
    }
  });

  it("LOC-1: a telephone number is kept as typed", () => {
    expect(checkField("phone", " 026/555 01 23 ", swiss)).toEqual({
      value: "026/555 01 23",
    });
  });

  it("A1: a VAT number is normalised, warned about or refused", () => {
    expect(checkField("vatNo", "che-116.073.488 tva", swiss)).toEqual({
      value: "CHE-116.073.488 TVA",
    });
    expect(checkField("vatNo", "CHE-123.456.789 TVA", swiss)).toEqual({
      value: "CHE-123.456.789 TVA",
      problem: { kind: "warning", code: "vat-check-digit" },
    });
    expect(checkField("vatNo", "CHE-123.456.788 TVA", swiss)).toEqual({
      value: "CHE-123.456.788 TVA",
    });
    expect(checkField("vatNo", "CH 12", swiss)).toEqual(error("vat-pattern"));
  });

  it("LOC-3: an unknown Swiss post code is stored with a warning", () => {
    expect(checkField("postCode", "9999", swiss)).toEqual({
      value: "9999",
      problem: { kind: "warning", code: "post-code-unknown" },
    });
    expect(checkField("postCode", "1630", {})).toEqual({ value: "1630" });
    expect(checkField("postCode", "75001", { country: "FR" })).toEqual({
      value: "75001",
    });
  });

  it("an empty text means no value, but a name is needed", () => {
    expect(checkField("city", "  ", {})).toEqual({});
    expect(checkField("name", "  ", {})).toEqual(error("required"));
  });

  it("blanks are trimmed and made single, a comment keeps its lines", () => {
    expect(checkField("name", "  Luc \n Pasquier ", {}).value).toBe(
      "Luc Pasquier",
    );
    expect(checkField("comment", " a\nb ", {}).value).toBe("a\nb");
  });

  it("codes and the search name become upper case", () => {
    expect(checkField("language", "frs", {}).value).toBe("FRS");
    expect(checkField("searchName", "gruyère", {}).value).toBe("GRUYÈRE");
  });

  it("e-mail and home page are held to their syntax", () => {
    expect(checkField("email", "info@", {})).toEqual(error("email-syntax"));
    expect(checkField("homePage", "my page", {})).toEqual(
      error("home-page-syntax"),
    );
    expect(checkField("homePage", "www.x.example", {}).value).toBe(
      "www.x.example",
    );
  });

  it("what the store could not hold is refused here", () => {
    expect(checkField("name", "x".repeat(101), {})).toEqual({
      problem: { kind: "error", code: "too-long", max: 100 },
    });
    expect(checkField("city", "a\u0000b", {})).toEqual(
      error("unstorable-character"),
    );
    expect(checkField("correspondence", "fax", {})).toEqual(
      error("not-a-choice"),
    );
  });
});

describe("several fields at once", () => {
  it("a refused member is left out and the rest is kept", () => {
    const { kept, problems } = checkFields(
      {
        phone: "+41 26 FROMAGE",
        city: " Bulle ",
        vatNo: "CHE-123.456.789",
        address2: "",
        minor: true,
      },
      {},
    );
    expect(kept).toEqual({
      city: "Bulle",
      vatNo: "CHE-123.456.789",
      address2: null,
      minor: true,
    });
    expect([...problems]).toEqual([
      ["phone", { kind: "error", code: "letters-in-phone" }],
      ["vatNo", { kind: "warning", code: "vat-check-digit" }],
    ]);
  });

  it("an emptied country is no country, one not mentioned is the contact's", () => {
    const french = { country: "FR" };
    const typed = { postCode: "74000" };
    expect(checkFields(typed, french).problems.size).toBe(0);
    const emptied = checkFields({ ...typed, country: null }, french);
    expect(emptied.problems.get("postCode")?.code).toBe("post-code-unknown");
  });

  it("a country given with the VAT number decides which pattern it is held to", () => {
    const { kept } = checkFields(
      { vatNo: "DE123456789", country: "de" },
      { country: "CH" },
    );
    expect(kept.vatNo).toBe("DE123456789");
    expect(checkFields({ vatNo: "CH 12", country: "ch" }, {}).kept).toEqual({
      country: "CH",
    });
  });
});

describe("a stored value", () => {
  it("LOC-2: is warned about as long as it stands there, not only when it was typed", () => {
    const odd = gruyere({ vatNo: "CHE-123.456.789 TVA" });
    expect(warningAbout("vatNo", odd)).toBe("vat-check-digit");
    expect(warningAbout("vatNo", gruyere())).toBeNull();
    expect(warningAbout("mobile", gruyere())).toBeNull();
  });

  it("LOC-2, LOC-3: another country looks at VAT number and post code anew", () => {
    const moved = gruyere({ vatNo: "FR40303265045", country: "DE" });
    expect(warningAbout("vatNo", moved)).toBe("does-not-fit");
    const abroad = gruyere({ postCode: "9999", country: "DE" });
    expect(warningAbout("postCode", abroad)).toBeNull();
    expect(warningAbout("postCode", { ...abroad, country: "CH" })).toBe(
      "post-code-unknown",
    );
  });

  it("a UID number takes its form and shows a wrong check digit; other registers are kept as typed", () => {
    const check = (text: string) => checkField("registrationNo", text, {});
    expect(check("che116073488")).toEqual({ value: "CHE-116.073.488" });
    expect(check("CHE-123.456.789")).toMatchObject({
      value: "CHE-123.456.789",
      problem: { kind: "warning", code: "registration-check-digit" },
    });
    expect(check("CHE 12").problem).toEqual({
      kind: "error",
      code: "registration-pattern",
    });
    expect(check("HRB 12345 B")).toEqual({ value: "HRB 12345 B" });
    expect(check("CH-217-3.535.002-9")).toEqual({
      value: "CH-217-3.535.002-9",
    });
  });
});
