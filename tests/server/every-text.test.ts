import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { isFieldOf } from "../../shared/domain/contact-type.ts";
import {
  entityOf,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import { PASTED } from "../helpers/pasted-texts.ts";
import { op, withServer } from "../helpers/server.ts";

const ITEM = randomUUID();
const CONTACT = randomUUID();

const CARD = {
  name2: "x",
  more: { [ITEM]: { kind: "address", value: "x" } },
  altAddresses: { [ITEM]: { code: "CHALET" } },
  links: { [ITEM]: { kind: "related", contactId: CONTACT } },
  relations: { [ITEM]: { code: "LAW" } },
};

/** A document of each collection that people write, with an item in each of its maps; of contacts each type has its own. */
const DOCUMENTS: readonly (readonly [
  CollectionName,
  Record<string, unknown>,
])[] = [
  ["contacts", { type: "person", name: "Annina", ...CARD }],
  [
    "contacts",
    {
      ...{ type: "company", name: "Firma", ...CARD },
      webSources: { [ITEM]: { code: "ZEFIX", searchWord: "x" } },
    },
  ],
  ...Object.entries<Record<string, unknown>>({
    interactions: { contactId: CONTACT, date: "2026-03-09", postponed: true },
    tasks: {
      ...{ type: "task", description: "x", date: "2026-03-09" },
      status: "notStarted",
    },
    opportunities: {
      ...{
        contactId: CONTACT,
        companyId: CONTACT,
        description: "x",
        status: "inProgress",
      },
      createdOn: "2026-03-09",
      entries: {
        [ITEM]: { stage: 1, changedOn: "2026-03-09", action: "first" },
      },
    },
    codes: { kind: "webSource", code: "ZEFIX", description: "x" },
    settings: { key: "marketing" },
    notes: { kind: "comment", contactId: CONTACT, text: "x" },
  }).map(([c, v]) => [c as CollectionName, v] as const),
];

/** Places of a collection that a document has (TYP-4). */
function pathsOf(c: CollectionName, { type }: Record<string, unknown>) {
  const paths = textPaths(c);
  if (c !== "contacts") return paths;
  return paths.filter((path) =>
    isFieldOf(type as "person", path.split("/")[0] as "name"),
  );
}

/** Every place of a collection that holds a text, as a path of the wire. */
function textPaths(c: CollectionName): readonly string[] {
  const { shape } = entityOf(c).fields;
  return Object.entries(shape).flatMap(([name, schema]) => {
    const inner = bare(schema as z.ZodType);
    if (inner instanceof z.ZodString && name !== "id") return [name];
    if (!(inner instanceof z.ZodRecord)) return [];
    const item = bare(inner.valueType as z.ZodType);
    return item instanceof z.ZodObject && entityOf(c).maps.includes(name)
      ? Object.entries(item.shape).flatMap(([member, of]) =>
          bare(of as z.ZodType) instanceof z.ZodString
            ? [`${name}/${ITEM}/${member}`]
            : [],
        )
      : [];
  });
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

function at(document: unknown, path: string): unknown {
  return path
    .split("/")
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );
}

/** To the server the same as another one of the list. */
const ALIKE = new Set([
  "image",
  "formula by sign",
  "SQL",
  "template",
  "combining marks",
]);

/** Places that no text of this list may reach: ids, days, e-mails, numbers that the server gives, what a setting is about. */
const CLOSED =
  /(Id|email2?|date|On|Time|time|until|from|to|^no|^key|^amends|\/address)$/;

const inputs = Object.entries(PASTED).filter(
  ([what, text]) => text.length < 10_000 && !ALIKE.has(what),
);

test("every text of every card is stored as it came or refused with a reason, and its neighbours are taken", () =>
  withServer("pglite", async (server) => {
    const boss = await server.device("Boss", "admin");
    await boss.push([op.company(CONTACT, "Firma")]);
    let places = 0;
    for (const [c, document] of DOCUMENTS) {
      const paths = pathsOf(c, document);
      places += paths.length;
      const id = randomUUID();
      await boss.push([op.ins(c, { id, ...document })]);
      const refused = new Map<string, number>();
      for (const [what, text] of inputs) {
        const before = (await boss.all(c)).get(id);
        const { results } = await boss.push(
          ...paths.map((path) => [
            op.set(c, id, { [path]: [at(before, path) ?? null, text] }),
          ]),
        );
        const after = (await boss.all(c)).get(id);
        paths.forEach((path, i) => {
          const result = results[i];
          const place = `${what} in ${c}/${path}`;
          if (result?.s === "rejected") {
            expect(result.code, place).toMatch(/^[a-z_]+$/);
            expect(at(after, path), place).toEqual(at(before, path));
            refused.set(path, (refused.get(path) ?? 0) + 1);
          } else expect(at(after, path), place).toBe(text);
        });
      }
      // What no input reached proves nothing but that it is closed.
      const closed = paths.filter(
        (path) => refused.get(path) === inputs.length,
      );
      expect(
        closed.filter((path) => !CLOSED.test(path)),
        c,
      ).toEqual([]);
    }
    expect(places).toBeGreaterThan(110);
  }));

test("a megabyte in one field is refused as a whole request, and nothing is stored", () =>
  withServer("pglite", async (server) => {
    const cro = await server.device("Chantal");
    for (const text of Object.values(PASTED).filter((t) => t.length > 10_000)) {
      const id = randomUUID();
      const group = {
        ...{ d: 1, m: randomUUID(), hlc: `${server.clock.nowMs}.0` },
        ops: [op.company(id, "Firma", { comment: text })],
      };
      const { status, body } = await cro.raw([group]);
      expect([status, body]).toMatchObject([
        413,
        { error: { code: "too_large" } },
      ]);
      expect((await cro.all("contacts")).has(id)).toBe(false);
    }
  }));
