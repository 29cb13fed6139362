import { expect, test } from "vitest";
import { unpacked } from "../../helpers/leveldb.ts";
import { unsnappy } from "../../helpers/snappy.ts";

const text = (...parts: readonly (string | number)[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === "string" ? Buffer.from(part) : Buffer.from([part]),
    ),
  );

test("Snappy's literals and copies are undone", () => {
  // 12 bytes: "abc", then 9 bytes from 3 back, which reach into themselves.
  const packed = text(12, 2 << 2, "abc", (5 << 2) | 1, 3);
  expect(unsnappy(packed).toString()).toBe("abcabcabcabc");
  expect(() => unsnappy(text(12, 2 << 2, "ab"))).toThrow("cut short");
});

test("a record that a log has cut, and a value that Chromium has compressed, are whole again", () => {
  const head = (length: number, type: number) =>
    text(0, 0, 0, 0, length, 0, type);
  const log = Buffer.concat([head(3, 2), text("sec"), head(3, 4), text("ret")]);
  const joined = unpacked("x.log", log).map((one) => one.toString("latin1"));
  expect(joined.some((one) => one.includes("secret"))).toBe(true);
  const value = text(0xff, 0x11, 0x02, 9, 2 << 2, "abc", (2 << 2) | 1, 3);
  const found = unpacked("y", value).map((one) => one.toString("latin1"));
  expect(found).toContain("abcabcabc");
});
