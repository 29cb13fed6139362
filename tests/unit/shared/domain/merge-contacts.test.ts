import { describe, expect, test } from "vitest";
import type { Change } from "../../../../shared/domain/change.ts";
import { inheritFlagsOf } from "../../../../shared/domain/inheritance.ts";
import {
  comparedFields,
  differingFields,
  proposedChoice,
} from "../../../../shared/domain/merge/merge-fields.ts";
import { collisionsOf } from "../../../../shared/domain/merge/merge-rows.ts";
import {
  mergeContacts,
  type MergeFacts,
  type Related,
} from "../../../../shared/domain/merge/merge-contacts.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { entityOf } from "../../../../shared/entities/registry.ts";
import {
  mergeNotes,
  splitContacts,
  stepsIn,
} from "../../../../shared/sync/merge-record.ts";
import type { Note } from "../../../../shared/entities/note.ts";
import { keyOf } from "../../../../shared/sync/reverse.ts";

const uuid = (n: number) =>
  `0190a0a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const NOTHING: Related = {
  ...{ interactions: [], tasks: [], opportunities: [] },
  ...{ notes: [], files: [], people: [], tied: [] },
};

/** Story A7: Helvetia twice. */
const K: Contact = {
  ...{ id: uuid(1), type: "company", name: "Helvetia Präzision AG" },
  ...{ no: "CT000010", phone: "+41 44 555 20 00", city: "Zürich" },
  mailingGroups: ["X-CARD"],
  altAddresses: {
    [uuid(51)]: { code: "CHALET", address: "Dorfweg 1", city: "Davos" },
  },
};
const D: Contact = {
  ...{ id: uuid(2), type: "company", name: "Helvetia Praezision AG" },
  ...{ no: "CT000020", aliases: ["CT~7KQ2M"], phone: "044 555 20 00" },
  ...{ mobile: "+41 79 555 20 00", homePage: "https://helvetia.example" },
  mailingGroups: ["X-CARD", "X-GIFT"],
  comment: "Le doublon.",
  altAddresses: {
    [uuid(52)]: { code: "CHALET", address: "Bergweg 9", city: "Davos" },
  },
  altPeriods: { [uuid(61)]: { address: uuid(52), from: "2026-12-20" } },
};
const person = (n: number, at: Contact): Contact => ({
  ...{ id: uuid(n), type: "person", name: `Person ${n}` },
  ...{ companyId: at.id, companyName: at.name, phone: at.phone },
});
const visit = (n: number, contactId: string, companyId: string) => ({
  ...{ id: uuid(n), contactId, companyId, date: "2026-03-09" },
});
const RELATED: Related = {
  ...NOTHING,
  people: [person(13, D)],
  interactions: [visit(24, D.id, D.id), visit(25, uuid(13), D.id)],
  tasks: [
    {
      ...{ id: uuid(31), contactId: D.id, companyId: D.id, type: "task" },
      ...{ description: "Offre", date: "2026-03-31", status: "notStarted" },
    },
  ],
  notes: [{ id: uuid(41), kind: "comment", contactId: D.id, text: "Appelé" }],
};
const facts = (more: Partial<MergeFacts> = {}): MergeFacts => ({
  ...{ keep: K, other: D, related: RELATED, hasPicture: false },
  people: [person(11, K), person(12, K)],
  flags: inheritFlagsOf(null),
  choice: { homePage: D.id },
  resolutions: { [uuid(52)]: { do: "rename", code: "CHALET2" } },
  commentHeading: "Helvetia Praezision AG (CT000020)",
  ...more,
});

function merged(more: Partial<MergeFacts> = {}): readonly Change[] {
  const result = mergeContacts(facts(more));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
const afterOf = (changes: readonly Change[], id: string) =>
  changes.find((one) => one.id === id)?.after as unknown as Contact;

describe("MRG-3: story A7, Helvetia twice", () => {
  const changes = merged();
  const survivor = afterOf(changes, K.id);

  test("keeps number and name, takes the chosen home page, both groups once each", () => {
    expect(survivor).toMatchObject({
      ...{ no: "CT000010", name: "Helvetia Präzision AG" },
      ...{ homePage: "https://helvetia.example", phone: "+41 44 555 20 00" },
      mailingGroups: ["X-CARD", "X-GIFT"],
    });
  });
  test("its former numbers lead to it", () => {
    expect(survivor.aliases).toEqual(["CT000020", "CT~7KQ2M"]);
  });
  test("every reference to the duplicate names the survivor", () => {
    expect(afterOf(changes, uuid(13))).toMatchObject({
      companyId: K.id,
      companyName: K.name,
    });
    const records = [uuid(24), uuid(25), uuid(31), uuid(41)].map(
      (id) => afterOf(changes, id) as object,
    );
    expect(records).toMatchObject([
      { contactId: K.id, companyId: K.id },
      { contactId: uuid(13), companyId: K.id },
      { contactId: K.id, companyId: K.id },
      { contactId: K.id },
    ]);
  });
  test("nothing is lost: the mobile and the comment stand on the survivor", () => {
    const more = Object.values(survivor.more ?? {});
    expect(more).toEqual([{ kind: "phone", value: "+41 79 555 20 00" }]);
    expect(survivor.comment).toBe("Le doublon.");
    const own = merged({ keep: { ...K, comment: "La bonne." } });
    expect(afterOf(own, K.id).comment).toBe(
      "La bonne.\n\nHelvetia Praezision AG (CT000020)\nLe doublon.",
    );
  });
  test("the duplicate keeps what stood on it and says where it is", () => {
    expect(afterOf(changes, D.id)).toEqual({ ...D, mergedInto: K.id });
    // Before the survivor's: a linked record is let go of first.
    expect(changes[0]?.id).toBe(D.id);
  });
  test("every document is one that can be stored", () => {
    for (const { c, after } of changes)
      expect(entityOf(c).fields.safeParse(after).error).toBeUndefined();
  });
});

describe("MRG-4: rows with one key", () => {
  test("MRG-4: the address that both call CHALET is announced, and refused undecided", () => {
    const [one, ...more] = collisionsOf(K, D);
    expect(one).toMatchObject({ map: "altAddresses", code: "CHALET" });
    expect(more).toEqual([]);
    const result = mergeContacts(facts({ resolutions: {} }));
    expect(result).toMatchObject({ ok: false, error: { kind: "collisions" } });
  });
  test.each([
    ["CHALET", false],
    ["", false],
    ["MUCH-TOO-LONG", false],
    ["CHALET2", true],
  ])("a new code %j is good: %s", (code, good) => {
    const resolutions = { [uuid(52)]: { do: "rename", code } } as const;
    expect(mergeContacts(facts({ resolutions })).ok).toBe(good);
  });
  test("renamed, both stand there, with the period; removed, one; replaced, the other one", () => {
    const codes = (resolution: MergeFacts["resolutions"][string]) => {
      const all = merged({ resolutions: { [uuid(52)]: resolution } });
      const { altAddresses = {}, altPeriods = {} } = afterOf(all, K.id);
      const rows = Object.values(altAddresses);
      return [
        rows.map((row) => `${row.code} ${row.address}`),
        Object.keys(altPeriods).length,
      ];
    };
    expect(codes({ do: "rename", code: "CHALET2" })).toEqual([
      ["CHALET Dorfweg 1", "CHALET2 Bergweg 9"],
      1,
    ]);
    expect(codes({ do: "drop" })).toEqual([["CHALET Dorfweg 1"], 0]);
    expect(codes({ do: "replace" })).toEqual([["CHALET Bergweg 9"], 1]);
  });
  test("a linked record changes hands; of two customers one is chosen", () => {
    const linked = (no: string) => ({
      code: "CUST",
      linkKind: "customer" as const,
      linkNo: no,
    });
    const other = { ...D, relations: { [uuid(71)]: linked("C2") } };
    const moved = merged({ other });
    expect(afterOf(moved, K.id).relations).toEqual(other.relations);
    expect(afterOf(moved, D.id).relations).toBeUndefined();
    const keep = { ...K, relations: { [uuid(72)]: linked("C1") } };
    expect(collisionsOf(keep, other).map(({ code }) => code)).toEqual([
      "CHALET",
      "CUST",
    ]);
  });
});

test("MRG-1: with itself, another type or one that is absorbed already nothing is merged", () => {
  const kinds = [
    facts({ other: K }),
    facts({ other: { ...D, type: "person" } }),
    facts({ other: { ...D, mergedInto: uuid(9) } }),
  ].map((one) => {
    const result = mergeContacts(one);
    return result.ok ? null : result.error.kind;
  });
  expect(kinds).toEqual(["itself", "other-type", "absorbed-already"]);
});

test("MRG-2: the fields that differ, and what the survivor lacks as proposal", () => {
  expect(differingFields([K, D])).toEqual([
    ...["name", "city", "phone", "mobile", "homePage", "comment"],
  ]);
  expect(proposedChoice(K, [D])).toEqual({
    ...{ mobile: D.id, homePage: D.id, comment: D.id },
  });
});

test("MRG-2, NAM-2: a search name that somebody typed is chosen by itself, the shadow of a name goes with the name", () => {
  const shadow = { ...D, searchName: "HELVETIA PRAEZISION AG" };
  expect(comparedFields([K, shadow])).not.toContain("searchName");
  const own = { ...K, name: D.name, searchName: "HPAG" };
  expect(comparedFields([own, shadow])).toContain("searchName");
  expect(comparedFields([own, { ...own, id: D.id }])).toEqual([]);
});

test("MRG-2: an id that an import made up for a row is nobody's choice", () => {
  const row = { ...K, externalId: "row:0190a0a0" };
  expect(comparedFields([row, D])).not.toContain("externalId");
  const erp = { ...D, externalId: "hubspot:17" };
  expect(comparedFields([row, erp])).toContain("externalId");
});

test("MRG-5: industry groups and responsibilities are united", () => {
  const keep = { ...K, industryGroups: ["MAN"] };
  const other = { ...D, industryGroups: ["RET", "MAN"] };
  const survivor = afterOf(merged({ keep, other }), K.id);
  expect(survivor.industryGroups).toEqual(["MAN", "RET"]);
});

test("INH-5: the survivor's people follow a value that it takes over", () => {
  const changes = merged({ choice: { phone: D.id } });
  expect(afterOf(changes, uuid(11)).phone).toBe("044 555 20 00");
});

describe("split", () => {
  const changes = merged({ choice: { homePage: D.id, phone: D.id } });
  let n = 900;
  const notes = mergeNotes(changes, { keep: K.id, other: D.id }, () =>
    uuid(n++),
  ).map(({ after }) => after as Note);
  const standing = () =>
    new Map(
      changes.map((one) => [
        keyOf(one),
        one.after as unknown as Readonly<Record<string, unknown>>,
      ]),
    );

  test("MRG-3: both contacts and all that belongs to them are as before", () => {
    const split = splitContacts(notes, standing());
    expect(split.kept).toEqual([]);
    const back = new Map(split.changes.map((one) => [one.id, one.after]));
    for (const { id, before } of changes) expect(back.get(id)).toEqual(before);
    for (const { id } of notes) expect(back.get(id)).toBeNull();
  });
  test("what was changed since stays with the survivor", () => {
    const now = standing();
    const survivor = now.get(`contacts/${K.id}`) ?? {};
    now.set(`contacts/${K.id}`, {
      ...survivor,
      homePage: "https://new.example",
    });
    const split = splitContacts(notes, now);
    expect(split.kept).toEqual([{ c: "contacts", id: K.id, path: "homePage" }]);
    expect(afterOf(split.changes, K.id).homePage).toBe("https://new.example");
  });
  test("much is kept in several notes, none too large, in one order", () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      visit(i + 2_000, D.id, D.id),
    );
    const all = merged({ related: { ...RELATED, interactions: many } });
    let next = 10_000;
    const record = mergeNotes(all, { keep: K.id, other: D.id }, () =>
      uuid(next++),
    );
    expect(record.length).toBeGreaterThan(1);
    for (const { after } of record)
      expect(JSON.stringify(after).length).toBeLessThan(60_000);
    const steps = stepsIn(record.map(({ after }) => after as Note));
    expect(steps.filter(({ c }) => c === "interactions")).toHaveLength(400);
    expect(steps[0]).toMatchObject({ id: D.id });
  });
});
