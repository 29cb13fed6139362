import { describe, expect, it } from "vitest";
import { inheritFlagsOf } from "../../../../shared/domain/inheritance.ts";
import { writeField } from "../../../../shared/domain/write-field.ts";
import { gruyere } from "./contact-builder.ts";

const flags = inheritFlagsOf(null);
const write = (
  document: ReturnType<typeof gruyere>,
  path: string,
  value: unknown,
) => writeField({ document, people: [], flags }, "contacts", path, value);

describe("a known value written again", () => {
  it("replaces the value of a field by an ordinary edit", () => {
    const result = write(gruyere({ city: "Bulle" }), "city", "Gruyères");
    expect(result).toMatchObject({
      ok: true,
      value: [{ before: { city: "Bulle" }, after: { city: "Gruyères" } }],
    });
  });

  it("brings one element of a set back and takes one out, whatever else is in it", () => {
    const document = gruyere({ mailingGroups: ["A", "B"] });
    expect(write(document, "mailingGroups/C", "C")).toMatchObject({
      value: [{ after: { mailingGroups: ["A", "B", "C"] } }],
    });
    expect(write(document, "mailingGroups/A", null)).toMatchObject({
      value: [{ after: { mailingGroups: ["B"] } }],
    });
    expect(write(document, "mailingGroups/B", "B")).toEqual({
      ok: true,
      value: [],
    });
  });

  it("leaves no empty set behind", () => {
    const result = write(
      gruyere({ mailingGroups: ["A"] }),
      "mailingGroups/A",
      null,
    );
    expect(result.ok && result.value[0]?.after).not.toHaveProperty(
      "mailingGroups",
    );
  });

  it("is refused when the document is gone", () => {
    const facts = { document: null, people: [], flags };
    expect(writeField(facts, "contacts", "city", "Bulle")).toEqual({
      ok: false,
      error: { kind: "document-gone" },
    });
  });
});
