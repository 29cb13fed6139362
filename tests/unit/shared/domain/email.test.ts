import { expect, it } from "vitest";
import {
  emailAddresses,
  normalEmail,
} from "../../../../shared/domain/email.ts";

it("several addresses are stored with one separator", () => {
  expect(normalEmail(" a@x.ch,mailto:b@y.example ; ")).toBe(
    "a@x.ch; b@y.example",
  );
  expect(emailAddresses("a@x.ch; b@y.example")).toEqual([
    "a@x.ch",
    "b@y.example",
  ]);
});

it("one bad address makes the text no e-mail", () => {
  for (const text of ["a@b", "a.b.ch", "a@@b.ch", "a@b..ch", "a@x.ch; b", ""]) {
    expect(normalEmail(text)).toBeNull();
  }
});
