import { describe, expect, test } from "vitest";
import {
  failureWords,
  fieldAtFault,
  missingFields,
  toRequest,
} from "../../../../../renderer/features/connect/connect-values.ts";

const typed = { url: "https://a.example", code: "abc", deviceName: "Laptop" };

test("empty fields are found in the order of the form, blanks count as empty", () => {
  expect(missingFields(typed)).toEqual([]);
  expect(missingFields({ url: " ", code: "", deviceName: "\t" })).toEqual([
    "url",
    "code",
    "deviceName",
  ]);
});

test("what was pasted with a code goes away, the spaces in a device's name stay", () => {
  expect(
    toRequest({
      url: "  https://a.example\n",
      code: " AB12-\n CD34 \t",
      deviceName: "  Laptop de Chantal ",
    }),
  ).toEqual({
    url: "https://a.example",
    code: "AB12-CD34",
    deviceName: "Laptop de Chantal",
  });
});

test("a device's name is never longer than the contract takes", () => {
  const { deviceName } = toRequest({ ...typed, deviceName: "x".repeat(300) });
  expect(deviceName).toHaveLength(100);
});

describe("a failure stands where it can be mended", () => {
  test.each([
    ["bad-address", "url"],
    ["unreachable", "url"],
    ["not-carnet", "url"],
    ["bad-code", "code"],
    ["too-old", null],
    ["refused", null],
  ] as const)("%s: %s", (reason, field) => {
    expect(fieldAtFault(reason)).toBe(field);
  });

  test("another company's server and a full disk have words of their own", () => {
    const words = (detail: string) =>
      failureWords({ status: "failed", reason: "refused", detail });
    expect(words("other-company")).toBe("connect.fail.other-company");
    expect(words("disk")).toBe("connect.fail.disk");
    expect(words("teapot: short")).toBe("connect.fail.refused");
  });

  test("the detail decides only where the server refused", () => {
    expect(
      failureWords({ status: "failed", reason: "bad-code", detail: "disk" }),
    ).toBe("connect.fail.bad-code");
  });
});
