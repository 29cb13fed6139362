import { expect, test, vi } from "vitest";
import type { BlobStore } from "../../../../../renderer/local-store/projection/blob-store.ts";
import {
  fromBytes,
  toBytes,
  type Packed,
} from "../../../../../renderer/local-store/projection/columns/pack.ts";
import type {
  Found,
  FromProjection,
  StoredRows,
} from "../../../../../renderer/local-store/projection/messages.ts";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import { serveProjection } from "../../../../../renderer/local-store/projection/serve-projection.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import type { ListQuery } from "../../../../../renderer/local-store/store.ts";

function rows(lwt: number, names: Readonly<Record<string, string | null>>) {
  return {
    c: "contacts",
    rows: Object.entries(names).map(([id, name]) => ({
      ...{ id, lwt, applied: 0 },
      value: name === null ? null : slimContact({ id, type: "person", name }),
    })),
  } satisfies StoredRows;
}

/** A stored projection whose parts come when they are let. */
function slowDisk() {
  const projection = createProjection();
  projection.applyStored(
    rows(1, { 1: "Anne Favre", 2: "Urs Favre", 3: "Noémie Rochat" }),
  );
  const { contacts, index, work } = projection.pack();
  const arriving = {
    index: Promise.withResolvers<void>(),
    work: Promise.withResolvers<void>(),
  };
  const copy = (part: Packed) => fromBytes(toBytes(part));
  const blobs: BlobStore = {
    read: () => ({
      contacts: Promise.resolve(copy(contacts)),
      index: arriving.index.promise.then(() => copy(index)),
      work: arriving.work.promise.then(() => copy(work)),
      overlay: Promise.resolve([
        rows(2, { 2: null, 3: "Noémie Zurbriggen", 4: "Regula Favre" }),
      ]),
    }),
    write: async () => {},
    writeOverlay: async () => {},
    clear: async () => {},
  };
  return { blobs, arriving };
}

async function soon(): Promise<void> {
  await new Promise((done) => setTimeout(done));
}

/** A projection that is asked while its parts come. */
function starting() {
  const { blobs, arriving } = slowDisk();
  const answers = new Map<number, FromProjection>();
  const found: Found[] = [];
  const receive = serveProjection(
    (message) => {
      if (message.kind === "found") found.push(message.found);
      if (message.kind === "answer" || message.kind === "refused")
        answers.set(message.n, message);
    },
    () => blobs,
  );
  const port = { postMessage() {} } as unknown as MessagePort;
  receive({ kind: "feed", port });
  receive({ kind: "configure", key: null });
  return { arriving, answers, found, receive };
}

test("contacts are found as soon as the index is read, with what has changed since; figures wait for the rest", async () => {
  const { arriving, answers, receive } = starting();
  let last = 0;
  const ask = (text: string, sort?: ListQuery["sort"]): number => {
    const query = { text, kind: "all", locale: "fr-CH", sort } as const;
    const question = { ask: "query", query, from: 0, to: 9 } as const;
    receive({ kind: "ask", n: ++last, question });
    return last;
  };
  const namesOf = (n: number) => {
    const said = answers.get(n) as
      { answer: { rows: readonly { name: string }[] } } | undefined;
    return said?.answer.rows.map(({ name }) => name);
  };

  const whole = ask("");
  const favre = ask("fav");
  const zurbriggen = ask("zurb");
  const rochat = ask("roch");
  const byVisit = ask("fav", [{ column: "lastVisit", descending: true }]);
  await soon();
  expect(namesOf(whole)).toEqual([
    "Anne Favre",
    "Noémie Zurbriggen",
    "Regula Favre",
  ]);
  expect(answers.has(favre)).toBe(false);

  arriving.index.resolve();
  await soon();
  expect(namesOf(favre)).toEqual(["Anne Favre", "Regula Favre"]);
  expect(namesOf(zurbriggen)).toEqual(["Noémie Zurbriggen"]);
  expect(namesOf(rochat)).toEqual([]);
  expect(answers.has(byVisit)).toBe(false);

  arriving.work.resolve();
  await soon();
  expect(namesOf(byVisit)).toEqual(["Anne Favre", "Regula Favre"]);
  const again = ask("fav");
  await soon();
  expect(namesOf(again)).toEqual(["Anne Favre", "Regula Favre"]);
});

test("so does the box: contacts at once, what was done with them when it is there", async () => {
  const { arriving, found, receive } = starting();
  const namesOf = ({ contacts }: Found) =>
    contacts.flatMap(({ hits }) => hits.map(({ title }) => title.text));
  receive({ kind: "search", n: 1, text: "roch", limit: 9 });
  await soon();
  expect(found).toEqual([]);

  receive({ kind: "search", n: 2, text: "fav", limit: 9 });
  arriving.index.resolve();
  await soon();
  expect(found.map(namesOf)).toEqual([["Anne Favre", "Regula Favre"]]);
  expect(found[0]?.work).toBeNull();

  arriving.work.resolve();
  await vi.waitFor(() => expect(found).toHaveLength(2));
  expect(found[1]?.work).not.toBeNull();
  expect(found.map(namesOf)[1]).toEqual(["Anne Favre", "Regula Favre"]);
});
