import { expect, it } from "vitest";
import {
  contactNoFormat,
  formatNo,
  isProvisionalNo,
  parseNo,
  provisionalNo,
} from "../../../../shared/domain/contact-number.ts";

it("NUM-1: a number of the series is padded to the zeros of its pattern", () => {
  expect(formatNo(contactNoFormat, 1)).toBe("CT000001");
  expect(formatNo(contactNoFormat, 1234567)).toBe("CT1234567");
});

it("NUM-1: a number of the series is read back, anything else is not", () => {
  expect(parseNo(contactNoFormat, "CT000021")).toBe(21);
  for (const no of ["CT21", "CT~7KQ2M", "OP000001", "CT", "CT00002A"]) {
    expect(parseNo(contactNoFormat, no)).toBeNull();
  }
});

it("NUM: a provisional number is CT~ and five letters or digits that read well", () => {
  for (let byte = 0; byte < 256; byte++) {
    const no = provisionalNo({ bytes: (n) => new Uint8Array(n).fill(byte) });
    expect(isProvisionalNo(no)).toBe(true);
    expect(no).not.toMatch(/[01ILOUV]/);
  }
  expect(isProvisionalNo("CT000001")).toBe(false);
  expect(isProvisionalNo("CT~7KQ2M")).toBe(true);
});
