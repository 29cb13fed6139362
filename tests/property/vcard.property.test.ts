import fc from "fast-check";
import { expect, it } from "vitest";
import { checkField } from "../../shared/domain/field-check.ts";
import type { TextField } from "../../shared/domain/field-check.ts";
import { newIdFrom } from "../../shared/domain/new-id.ts";
import { findPoison } from "../../shared/sync/poison.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import { validateOp } from "../../shared/sync/validate-op.ts";
import { fromBase64 } from "../../shared/vcard/binary.ts";
import { contactsHere } from "../../shared/vcard/contacts-here.ts";
import { createImportPlan } from "../../shared/vcard/plan-import.ts";
import { readBytes } from "../unit/shared/vcard/read-text.ts";

/** Pieces of which real and broken cards are made. */
const line = fc.oneof(
  fc.constantFrom(
    "BEGIN:VCARD",
    "END:VCARD",
    "VERSION:2.1",
    "VERSION:3.0",
    "VERSION:4.0",
    "AGENT:",
    "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:D=C3=BCrr;=",
    "PHOTO;BASE64:",
    " /9j/4AAQ",
    "",
    'TEL;TYPE="work:021',
    "item1.EMAIL:a@b.ch",
    "item1.X-ABLabel:_$!<Work>!$_",
    "KIND:group",
    "ORG:;;",
    ";:;:",
  ),
  fc
    .tuple(
      fc.constantFrom("FN", "N", "TEL", "ADR", "NOTE", "URL", "UID", "BDAY"),
      fc.constantFrom(
        "",
        ";TYPE=home",
        ";WORK;QUOTED-PRINTABLE",
        ";ENCODING=b",
      ),
      fc.string({ unit: "binary", maxLength: 60 }),
    )
    .map(([name, params, value]) => `${name}${params}:${value}`),
  fc.string({ maxLength: 80 }),
);
const ends = fc.constantFrom("\r\n", "\n", "\r");
const bytesOfLines = fc
  .tuple(fc.array(line, { maxLength: 60 }), ends)
  .map(([lines, end]) => new TextEncoder().encode(lines.join(end)));
const file = fc.oneof(bytesOfLines, fc.uint8Array({ maxLength: 4000 }));

it("never throws, and a file in any pieces says what it says as a whole", () => {
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 50 }), (bytes, step) => {
      const whole = readBytes(bytes);
      expect(readBytes(bytes, step).cards).toEqual(whole.cards);
    }),
    { numRuns: 500 },
  );
});

it("whatever comes out of a card may be stored: its fields take it a second time", () => {
  fc.assert(
    fc.property(bytesOfLines, (bytes) => {
      for (const read of readBytes(bytes).cards) {
        if (read.kind !== "contact") continue;
        expect(read.contact.name).not.toBe("");
        for (const [field, value] of Object.entries(read.contact.fields)) {
          const again = checkField(
            field as TextField,
            typeof value === "string" ? value : "",
            read.contact.fields as object,
          );
          expect(again.problem?.kind).not.toBe("error");
          expect(again.value).toBe(value);
        }
      }
    }),
    { numRuns: 500 },
  );
});

/** Values with signs that no database takes, some longer than any field; parameters of all kinds. */
const wildText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("a\u0000b", "\u0000", "é\u0085", ""),
  fc
    .tuple(fc.constantFrom("x", "ü ", "\u0001", "1"), fc.integer({ max: 1200 }))
    .map(([text, times]) => text.repeat(Math.max(0, times))),
);
const wildLine = fc
  .tuple(
    fc.constantFrom(
      ...["FN", "N", "ORG", "TITLE", "TEL", "EMAIL", "URL", "ADR", "NOTE"],
      ...["UID", "KEY", "X-FOO", "KIND", "item1.TEL", "item1.X-ABLabel"],
    ),
    fc.constantFrom("", ";ENCODING=b", ";QUOTED-PRINTABLE", ";TYPE=home"),
    fc.oneof(
      fc.constant(""),
      fc
        .tuple(wildText, wildText)
        .map(([name, value]) => `;${name.slice(0, 9)}=${value.slice(0, 30)}`),
    ),
    wildText,
  )
  .map(([name, params, more, value]) => `${name}${params}${more}:${value}`);

it("whatever a card says, the server takes every change that is planned of it", () => {
  const newId = newIdFrom(
    { now: () => 1_773_400_000_000 },
    { bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) },
  );
  const versions = fc.constantFrom("2.1", "3.0", "4.0");
  const lines = fc.array(wildLine, { maxLength: 12 });
  fc.assert(
    fc.property(versions, lines, (version, wild) => {
      const text = ["BEGIN:VCARD", `VERSION:${version}`, ...wild, "END:VCARD"];
      const { cards } = readBytes(new TextEncoder().encode(text.join("\n")));
      const plan = createImportPlan({
        newId,
        setting: null,
        userSalesperson: null,
        known: "leave",
        today: "2026-03-13",
        wordOf: (use) => use,
        companyCards: new Map(),
      });
      for (const card of cards) {
        if (card.kind !== "contact") continue;
        const { changes } = plan.take(card.contact, contactsHere([]));
        const ops = changes.flatMap((change) => toOps(change, 0));
        const group = { d: 1, m: newId(), hlc: "1.0", ops };
        expect(findPoison(group)).toBeNull();
        for (const op of ops)
          expect(validateOp(op)).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 1000 },
  );
});

it("one bad card of 1,000 costs one card", () => {
  const broken = [
    ["BEGIN:VCARD", "FN:Cut off"],
    ["BEGIN:VCARD", "TEL:nobody", "END:VCARD"],
    ["BEGIN:VCARD", "\u0000\u0001\u0002 noise", "END:VCARD"],
    ["BEGIN:VCARD", `NOTE:${"x".repeat(70_000)}`, "FN:Too large", "END:VCARD"],
  ];
  fc.assert(
    fc.property(
      fc.nat(999),
      fc.constantFrom(...broken),
      fc.integer({ min: 500, max: 9000 }),
      (at, bad, step) => {
        const lines = Array.from({ length: 1000 }, (_, i) =>
          i === at
            ? bad
            : ["BEGIN:VCARD", "VERSION:3.0", `FN:Person ${i}`, "END:VCARD"],
        );
        const bytes = new TextEncoder().encode(lines.flat().join("\r\n"));
        const { cards } = readBytes(bytes, step, { maxCardBytes: 60_000 });
        const good = cards.filter(({ kind }) => kind === "contact");
        expect(good).toHaveLength(999);
        expect(cards.filter(({ kind }) => kind === "bad")).toMatchObject([
          { number: at + 1 },
        ]);
      },
    ),
    { numRuns: 20 },
  );
});

it("base64 of any bytes comes back, folded or not", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      const folded = text.replace(/(.{7})/g, "$1\r\n ");
      expect(fromBase64(folded)).toEqual(bytes);
    }),
  );
});
