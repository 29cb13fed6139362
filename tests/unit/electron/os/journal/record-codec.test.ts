import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodeRecord,
  encodeRecord,
} from "../../../../../electron/os/journal/record-codec.ts";

const key = randomBytes(32);
const place = { segment: 1, seq: 7 };

test("any payload comes back as it was, wherever the record lies", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.nat(50),
      (payload, seq, before) => {
        const record = encodeRecord(key, { segment: 3, seq }, seq - 1, payload);
        const bytes = Buffer.concat([randomBytes(before), record]);
        const decoded = decodeRecord(key, { segment: 3, seq }, bytes, before);
        expect(decoded).toEqual({
          kind: "record",
          group: seq - 1,
          // -0 is 0 in JSON.
          payload: JSON.parse(JSON.stringify(payload)),
          next: bytes.length,
        });
      },
    ),
  );
});

test("a record with any one bit changed is noticed", () => {
  const record = encodeRecord(key, place, 7, { text: "Besuch bei Bühler" });
  fc.assert(
    fc.property(fc.nat(record.length - 1), fc.nat(7), (byte, bit) => {
      const damaged = Buffer.from(record);
      damaged[byte]! ^= 1 << bit;
      const { kind } = decodeRecord(key, place, damaged, 0);
      expect(kind).toBe("torn");
    }),
    { numRuns: 500 },
  );
});

test("whatever the bytes are, decoding never throws and finds no record", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(220), (bytes, at) => {
      const { kind } = decodeRecord(key, place, Buffer.from(bytes), at);
      expect(["torn", "end"]).toContain(kind);
    }),
  );
});

test("a record cut anywhere is torn, and zeros are the end", () => {
  const record = encodeRecord(key, place, 7, { d: 1 });
  for (let length = 1; length < record.length; length += 1) {
    const cut = record.subarray(0, length);
    expect(decodeRecord(key, place, cut, 0).kind).toBe("torn");
  }
  expect(decodeRecord(key, place, Buffer.alloc(4096), 0).kind).toBe("end");
  expect(decodeRecord(key, place, Buffer.alloc(0), 0).kind).toBe("end");
});

test("a record moved to another place, or sealed with another key, does not open", () => {
  const record = encodeRecord(key, place, 7, { d: 1 });
  const kinds = [
    decodeRecord(key, { segment: 1, seq: 8 }, record, 0),
    decodeRecord(key, { segment: 2, seq: 7 }, record, 0),
    decodeRecord(randomBytes(32), place, record, 0),
  ].map(({ kind }) => kind);
  expect(kinds).toEqual(["foreign", "foreign", "foreign"]);
});

test("nothing of the payload is readable in the bytes", () => {
  const record = encodeRecord(key, place, 7, { name: "Zumbrunnen" });
  expect(record.includes("Zumbrunnen")).toBe(false);
});
