import { describe, expect, test } from "vitest";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { readQuestion } from "../../../../../renderer/local-store/projection/search/question.ts";
import {
  isTypoOf,
  TOO_FAR,
} from "../../../../../renderer/local-store/projection/search/typos.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import { slimWork } from "../../../../../renderer/local-store/projection/slim-work.ts";
import { workHit } from "../../../../../renderer/local-store/projection/search-client.ts";

const CONTACTS = [
  {
    ...{ id: "1", type: "company", name: "Käserei Emmental GmbH" },
    ...{ city: "Langnau", vatNo: "CHE-314.902.152 TVA", no: "CT000001" },
  },
  {
    ...{ id: "2", type: "person", name: "Zoë Weiß", companyId: "1" },
    ...{ companyName: "Käserei Emmental GmbH", mobile: "+41 79 123 45 67" },
    aliases: ["CT~7KQ2M", "CT000077"],
  },
  { id: "3", type: "person", name: "Jürg Muster", city: "Zürich" },
  { id: "4", type: "company", name: "Zürcher Holz", city: "Bern" },
];
const VISIT = {
  ...{ id: "v", contactId: "2", date: "2026-11-20", description: "Besuch" },
  result: `Sie will ${"sehr ".repeat(40)}viel Emmentaler im Frühling.`,
};
const projection = createProjection();
projection.applyStored({
  c: "contacts",
  rows: CONTACTS.map((v) => ({
    ...{ id: v.id, lwt: 1, applied: 0 },
    value: slimContact(v),
  })),
});
projection.applyStored({
  c: "interactions",
  rows: [{ id: "v", lwt: 1, applied: 0, value: slimWork.interactions(VISIT) }],
});

function hits(text: string) {
  const question = readQuestion(text);
  if (!question) return [];
  return projection
    .searchContacts(question, 5)
    .flatMap(({ hits: found }) => found);
}
function marked(one: {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}) {
  return one.ranges.map(([from, to]) => one.text.slice(from, to));
}

describe("SRC-1: a contact is found", () => {
  test.each([
    ["kaserei", "1"],
    ["kaeserei", "1"],
    ["kaesrei", "1"],
    ["weiss", "2"],
    ["CHE314902152", "1"],
    ["314.902.152", "1"],
    ["ct~7kq2m", "2"],
    ["CT000077", "2"],
    ["0791234567", "2"],
    ["+41 79 123", "2"],
    ["4567", "2"],
    ["emmental zoe", "2"],
    ["jurg muster", "3"],
    ["juerg mustre", "3"],
  ])("«%s»", (text, id) => {
    expect(hits(text).map((hit) => hit.id)).toContain(id);
  });

  test("by its name before by its place, and companies apart from persons", () => {
    const groups = projection.searchContacts(readQuestion("zür")!, 5);
    expect(groups.map(({ kind, hits: found }) => [kind, found[0]?.id])).toEqual(
      [
        ["companies", "4"],
        ["persons", "3"],
      ],
    );
  });
});

describe("a hit tells why", () => {
  test("what was asked for is marked in the name, accents or not", () => {
    const [hit] = hits("kaes");
    expect(hit && marked(hit.title)).toEqual(["Käs"]);
    expect(hit?.reason).toBeNull();
  });
  test("or the field that has it is told", () => {
    const [hit] = hits("0791234567");
    expect(hit?.reason?.field).toBe("phone");
    expect(hit?.reason && marked(hit.reason.value)).toEqual(["79 123 45 67"]);
    const alias = hits("ct000077")[0]?.reason;
    expect(alias).toMatchObject({
      field: "alias",
      value: { text: "CT000077" },
    });
  });
  test("a visit's result is cut to what was found", () => {
    const question = readQuestion("fruehling")!;
    const { hits: found, total } = projection.searchWork(
      ...(["interactions", question, 5] as const),
    );
    expect(total).toBe(1);
    const hit = workHit("interactions", found[0]!, VISIT, question);
    expect(hit).toMatchObject({
      ...{ contactId: "2", subtitle: "Zoë Weiß", date: "2026-11-20" },
      title: { text: "Besuch", ranges: [] },
      reason: { field: "result" },
    });
    expect(hit.reason && marked(hit.reason.value)).toEqual(["Frühling"]);
    expect(hit.reason?.value.text.length).toBeLessThan(130);
  });
});

test.each([
  ["mulle", "muller", true],
  ["mullre", "muller", true],
  ["mler", "muller", false],
  ["abc", "abd", false],
  ["schwarzeneger", "schwarzenegger", true],
  ["2026", "2027", false],
])("«%s» may be meant for %s: %s", (term, word, expected) => {
  const isPrefix = word.startsWith(term);
  expect(isPrefix || isTypoOf(term, word) !== TOO_FAR).toBe(expected);
});

test("whoever was deleted since the index was stored is not found after it is stored again and loaded", () => {
  const contact = (n: number) => ({
    ...{ id: `${n}`, lwt: 1, applied: 0 },
    value: slimContact({ id: `${n}`, type: "company", name: `Bau ${n}` }),
  });
  const first = createProjection();
  first.applyStored({ c: "contacts", rows: [contact(1), contact(2)] });
  const second = createProjection(first.pack());
  second.applyStored({
    c: "contacts",
    rows: [{ id: "1", lwt: 2, applied: 0, value: null }],
  });
  const third = createProjection(second.pack());
  const found = third.searchContacts(readQuestion("bau")!, 5);
  expect(found.flatMap(({ hits: all }) => all.map(({ id }) => id))).toEqual([
    "2",
  ]);
});
