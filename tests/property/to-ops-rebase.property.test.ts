import fc from "fast-check";
import { expect, test } from "vitest";
import type { Contact } from "../../shared/entities/contact.ts";
import { mergeOp } from "../../shared/sync/merge.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import { rebase, withoutPending } from "../../shared/sync/rebase.ts";
import { sameValue, toOps } from "../../shared/sync/to-ops.ts";
import { validateOp } from "../../shared/sync/validate-op.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const ITEMS = [
  "01890000-0000-7000-8000-0000000000aa",
  "01890000-0000-7000-8000-0000000000bb",
] as const;
const word = fc.constantFrom("Bulle", "Zürich", "7000", "élève", "🧀");
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const item = fc.record({
  kind: fc.constantFrom("phone" as const, "email" as const),
  value: word,
  label: maybe(word),
});

/** Nearly anything a person could make of a card; absent members are absent, not undefined. */
const contact: fc.Arbitrary<Contact> = fc
  .record({
    type: fc.constantFrom("company" as const, "person" as const),
    name: word,
    city: maybe(word),
    phone: maybe(fc.constantFrom("021", "+41 26 555 01 23")),
    privacyBlocked: maybe(fc.boolean()),
    mailingGroups: maybe(
      fc.uniqueArray(fc.constantFrom("X-CARD", "X-GIFT", "MOVE"), {
        minLength: 1,
      }),
    ),
    more: maybe(fc.dictionary(fc.constantFrom(...ITEMS), item, { minKeys: 1 })),
  })
  .map((v) => JSON.parse(JSON.stringify({ id: ID, ...v })) as Contact);

const sorted = (v: unknown) => {
  const doc = v as Record<string, unknown> | null;
  const groups = doc?.["mailingGroups"];
  return Array.isArray(groups)
    ? {
        ...doc,
        mailingGroups: (groups as string[]).toSorted((a, b) =>
          a < b ? -1 : 1,
        ),
      }
    : doc;
};

test("operations turn the card before into the card after, here and on the server", () => {
  fc.assert(
    fc.property(contact, contact, (before, after) => {
      const ops = toOps({ c: "contacts", id: ID, before, after }, 1);
      expect(sameValue(sorted(rebase(before, ops)), sorted(after))).toBe(true);
      expect(
        sameValue(sorted(withoutPending(after, ops)), sorted(before)),
      ).toBe(true);
      const stamp = { h: "1.0", d: "a", u: "a" };
      let stored: StoredDocument = {
        c: "contacts",
        id: ID,
        rev: 1,
        deleted: false,
        v: before,
        created: stamp,
        stamps: {},
      };
      for (const op of ops) {
        expect(validateOp(op)).toMatchObject({ ok: true });
        const outcome = mergeOp(stored, op, {
          hlc: "2.0",
          device: "b",
          user: "b",
        });
        if (!outcome.ok) throw new Error(outcome.code);
        expect(outcome.conflicts).toEqual([]);
        stored = outcome.doc;
      }
      expect(sameValue(sorted(stored.v), sorted(after))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("rebasing twice is rebasing once", () => {
  fc.assert(
    fc.property(contact, contact, (before, after) => {
      const ops = toOps({ c: "contacts", id: ID, before, after }, 1);
      const once = rebase(before, ops);
      expect(sameValue(rebase(once, ops), once)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
