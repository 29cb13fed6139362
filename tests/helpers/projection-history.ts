import assert from "node:assert/strict";
import type { ContactColumn } from "../../shared/domain/contact-columns.ts";
import { contactColumns } from "../../shared/domain/contact-columns.ts";
import { isClosed } from "../../shared/domain/close-task.ts";
import { duplicateSetUpOf } from "../../shared/domain/duplicate-set-up.ts";
import { blockKeys } from "../../shared/domain/duplicates/block-keys.ts";
import { compareContacts } from "../../shared/domain/duplicates/compare-contacts.ts";
import { timeline } from "../../shared/domain/timeline.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import {
  fromBytes,
  toBytes,
} from "../../renderer/local-store/projection/columns/pack.ts";
import {
  fedNames,
  type FedName,
  type OwnRows,
  type StoredRows,
} from "../../renderer/local-store/projection/messages.ts";
import { factsOf } from "../../renderer/local-store/projection/doubles.ts";
import {
  createProjection,
  type Projection,
} from "../../renderer/local-store/projection/projection.ts";
import { readQuestion } from "../../renderer/local-store/projection/search/question.ts";
import { slimContact } from "../../renderer/local-store/projection/slim-contact.ts";
import {
  slimWork,
  workNames,
} from "../../renderer/local-store/projection/slim-work.ts";
import type {
  ContactRow,
  ListQuery,
} from "../../renderer/local-store/store.ts";
import {
  idOf,
  randomDocuments,
  randomOf,
  type Row,
} from "./random-documents.ts";
import { slowList } from "./slow-list.ts";

const slims = { contacts: slimContact, ...slimWork };
const LOCALES = ["fr-CH", "de-CH", "en"];
const DOCUMENTS = 8;
const SET_UP = duplicateSetUpOf(null);

/** A row without what a tree says of it. */
function bare({
  indented: _indented,
  people: _people,
  collapsed: _collapsed,
  ...row
}: ContactRow): ContactRow {
  return row;
}

/**
 * A random history of one device: documents come, change and go, own saves run ahead of the store, old versions come
 * late, and the projection is stored and loaded again. After it every answer is compared with the slow way.
 */
export async function runHistory(seed: number, steps = 40): Promise<void> {
  const random = randomOf(seed);
  const make = randomDocuments(random);
  const shown = Object.fromEntries(
    fedNames.map((c) => [c, new Map<string, Row>()]),
  ) as Record<FedName, Map<string, Row>>;
  /** Own saves that the store does not have yet. */
  const ahead = new Map<string, { c: FedName; id: string; d: number }>();
  const past: StoredRows[] = [];
  let projection: Projection = createProjection();
  let clock = 1;

  function value(c: FedName, v: Row | null): unknown {
    return v && slims[c](v as never);
  }
  function show(c: FedName, id: string, v: Row | null): void {
    if (v) shown[c].set(id, v);
    else shown[c].delete(id);
  }
  function store(c: FedName, id: string, v: Row | null): void {
    const own = ahead.get(`${c}/${id}`);
    // The server may have processed it, or the page may have written it.
    const applied = own && random() < 0.5 ? own.d : 0;
    const rows = [{ id, lwt: clock++, applied, value: value(c, v) }];
    const message = { c, rows } as unknown as StoredRows;
    past.push(message);
    projection.applyStored(structuredClone(message));
    if (own && applied < own.d) return;
    ahead.delete(`${c}/${id}`);
    show(c, id, v);
  }
  function step(): void {
    const c = make.pick([...fedNames, "contacts", "interactions"] as const);
    const id = idOf(c, Math.floor(random() * DOCUMENTS));
    const dice = random();
    if (dice < 0.55) return store(c, id, make[c](id));
    if (dice < 0.65) return store(c, id, null);
    if (dice < 0.8) {
      const v = random() < 0.2 ? null : make[c](id);
      const d = clock++;
      ahead.set(`${c}/${id}`, { c, id, d });
      const rows = [{ id, d, value: value(c, v) }];
      projection.applyOwn({ c, rows } as unknown as OwnRows);
      return show(c, id, v);
    }
    if (dice < 0.9) {
      const late = past[Math.floor(random() * past.length)];
      if (late) projection.applyStored(structuredClone(late));
      return;
    }
    if (projection.ahead) return;
    const { contacts, index, work } = projection.pack();
    projection = createProjection({
      contacts: fromBytes(toBytes(contacts)),
      index: fromBytes(toBytes(index)),
      work: fromBytes(toBytes(work)),
    });
  }
  function query(): ListQuery {
    const column = (): ContactColumn => make.pick(contactColumns);
    const condition = () => ({
      column: column(),
      op: make.pick([
        "is",
        "isNot",
        "contains",
        "empty",
        "notEmpty",
        "before",
        "after",
        "lastDays",
        "notLastDays",
      ] as const),
      values: [
        make.pick([
          "Bulle",
          "CUST",
          "today",
          "20",
          "1",
          "müll",
          "026",
          "CH",
          "company",
        ]),
      ],
    });
    return {
      text: random() < 0.5 ? "" : make.words(2).slice(0, 6),
      kind: make.pick([
        "all",
        "all",
        "companies",
        "persons",
        "independent",
      ] as const),
      locale: make.pick(LOCALES),
      today: "2026-11-22",
      tree: random() < 0.3,
      sort:
        random() < 0.3
          ? []
          : [
              { column: column(), descending: random() < 0.5 },
              { column: column(), descending: random() < 0.5 },
            ],
      filter:
        random() < 0.4
          ? undefined
          : {
              all: [condition(), { any: [condition(), condition()] }].slice(
                0,
                1 + Math.floor(random() * 2),
              ),
            },
    };
  }
  function compare(): void {
    const slow = slowList(shown);
    for (let i = 0; i < 3; i++) {
      const asked = query();
      const ids = slow.list(asked);
      const because = JSON.stringify({ seed, asked });
      assert.deepEqual(projection.ids(asked), ids, because);
      const page = projection.query(asked, 1, 4);
      assert.equal(page.total, ids.length, because);
      const rows = page.rows.map(bare);
      assert.deepEqual(
        rows,
        ids.slice(1, 4).map((id) => slow.rowOf(id)),
        because,
      );
      assert.equal(projection.countOf(asked), ids.length, because);
      const last = ids.at(-1) ?? "none";
      assert.equal(projection.indexOf(asked, last), ids.length - 1);
      const column = make.pick(contactColumns);
      const facets = projection.facets(asked, column);
      assert.deepEqual(
        new Map(facets.map((one) => [one.value, one.count])),
        slow.facets(asked, column),
        because,
      );
      compareSearch(slow, make.words(2).slice(0, 1 + Math.floor(random() * 8)));
    }
    compareSearch(
      slow,
      make.pick([
        "0264110203",
        "411 02",
        "+41 26",
        "CT000001",
        "7kq",
        "314902152",
        "mullre",
        "bakerei",
        "etiene",
      ]),
    );
    compareHappenings();
    const every = [...shown.contacts.keys()];
    assert.deepEqual(
      projection.rows(every),
      every.map((id) => slow.rowOf(id)),
    );
  }
  function compareSearch(
    slow: ReturnType<typeof slowList>,
    text: string,
  ): void {
    const question = readQuestion(text);
    if (!question) return;
    const locale = projection.locale;
    const groups = projection.searchContacts(question, 100);
    const ids = (kind: string) =>
      groups.find((one) => one.kind === kind)?.hits.map(({ id }) => id) ?? [];
    const found = { companies: ids("companies"), persons: ids("persons") };
    assert.deepEqual(
      found,
      slow.search(text, locale),
      JSON.stringify({ seed, text }),
    );
    for (const c of workNames) {
      const hits = projection.searchWork(c, question, 100);
      const expected = slow.searchWork(c, text);
      assert.equal(
        hits.total,
        expected.length,
        JSON.stringify({ seed, text, c }),
      );
      const dates = hits.hits.map(({ date }) => date);
      assert.deepEqual(
        dates,
        expected.map(({ date }) => date),
      );
      assert.deepEqual(
        new Set(hits.hits.map(({ id }) => id)),
        new Set(expected.map(({ id }) => id)),
      );
    }
  }
  /** What stands at the top of a card is what stands at the top of everything about its contact. */
  function compareHappenings(): void {
    const all = [...shown.contacts.values()] as unknown as readonly Contact[];
    for (const contact of all) {
      const former = make.pick([
        [],
        [idOf("contacts", 1), idOf("contacts", 2)],
      ]);
      const isCompany = contact.type === "company";
      const withPeople = random() < 0.7;
      const want = 1 + Math.floor(random() * 8);
      const staff = withPeople && isCompany;
      const items = timeline({
        contact,
        interactions: [...shown.interactions.values()] as never,
        tasks: [...shown.tasks.values()] as never,
        people: staff
          ? all.filter(
              ({ type, companyId }) =>
                type === "person" && companyId === contact.id,
            )
          : [],
        formerPeople: staff ? former : [],
      });
      const answer = projection.happened({
        ...{ contactId: contact.id, want },
        ...{ withPeople, former },
      });
      const because = JSON.stringify({ seed, contact, want, withPeople });
      const got = new Set([...answer.interactions, ...answer.tasks]);
      const ids = new Set(items.map(({ id }) => id));
      for (const id of got) assert.ok(ids.has(id), because);
      const isOpen = (item: (typeof items)[number]) =>
        item.kind === "task" && !isClosed(item.task);
      const past = items.filter((item) => !isOpen(item));
      const open = items.filter(isOpen).reverse();
      const last = past[want - 1]?.date ?? "";
      for (const { id, date } of past) {
        if (date < last || got.has(id)) continue;
        assert.fail(because);
      }
      const due = open[want - 1]?.date ?? "9999";
      for (const { id, date } of open)
        if (date <= due) assert.ok(got.has(id), because);
      if (ids.size > got.size) assert.ok(answer.more, because);
      for (const item of items) {
        const about = item.contactId ?? "";
        if (!got.has(item.id) || about === contact.id) continue;
        const name = shown.contacts.get(about)?.["name"];
        assert.equal(new Map(answer.names).get(about), name, because);
      }
      for (const c of ["interactions", "tasks"] as const) {
        const attended = [...shown[c].values()].filter((one) =>
          ((one["attendees"] ?? []) as readonly string[]).includes(contact.id),
        );
        assert.deepEqual(
          new Set(projection.attended(contact.id)[c]),
          new Set(attended.map((one) => one["id"])),
          because,
        );
      }
      if (!isCompany) continue;
      const page = projection.people({
        ...{ companyId: contact.id, text: "", from: 0, to: 2 },
      });
      const people = projection.peopleOf(contact.id);
      assert.equal(page.total, people.length, because);
      assert.deepEqual(page.rows, people.slice(0, 2), because);
    }
  }
  /** Who may be the same is found among whoever meets under a key, as if all were compared with all. */
  async function compareDoubles(): Promise<void> {
    const [v] = shown.contacts.values();
    if (!v) return;
    const draft = slimContact(v);
    const keys = new Set(blockKeys(factsOf(draft)));
    const found = await projection.doubles(draft, SET_UP, 100);
    const expected = [...shown.contacts.values()]
      .map((one) => slimContact(one))
      .filter(
        (one) =>
          blockKeys(factsOf(one)).some((key) => keys.has(key)) &&
          compareContacts(factsOf(draft), factsOf(one)) !== null,
      );
    const ids = new Set(found.map(({ contact }) => contact.id));
    for (const { row } of expected)
      assert.ok(ids.has(row.id), JSON.stringify({ seed }));
  }

  for (let i = 0; i < steps; i++) {
    step();
    if (random() < 0.1) compare();
  }
  compare();
  await compareDoubles();
}
