import type { Change } from "../../../shared/domain/change.ts";
import { newIdFrom } from "../../../shared/domain/new-id.ts";
import { createColumnChecker } from "../../../shared/table/check-column.ts";
import { WorkbookError } from "../../../shared/table/xlsx-reader.ts";
import {
  contactsHere,
  lookupsOf,
  type ContactsHere,
} from "../../../shared/vcard/contacts-here.ts";
import { createImportBatch } from "../../../shared/vcard/import-batch.ts";
import { nameKey } from "../../../shared/vcard/name-key.ts";
import {
  createImportPlan,
  type ImportPlan,
} from "../../../shared/vcard/plan-import.ts";
import type { ReadContact } from "../../../shared/vcard/read-contact.ts";
import { isCompanyWithPicture, rememberCompany } from "./company-cards.ts";
import { formatOf } from "./file-format.ts";
import type {
  FailedRows,
  FromImport,
  ImportSetup,
  TableRules,
  ToImport,
} from "./messages.ts";
import { createKeptParts, type KeptParts } from "./kept-parts.ts";
import { madeBy, previewRow, type Planned } from "./planned-rows.ts";
import { pooledBytes } from "./pooled-bytes.ts";
import { createPictureReader, type ReducePicture } from "./read-pictures.ts";
import { readFile, type CardOfFile } from "./read-file.ts";
import { readTable } from "./read-table.ts";
import { openTable, type TableFile, type TableShape } from "./table-file.ts";

/** Groups that are handed over together: what they make is put on record once, before the first is written. */
const GROUPS_AT_ONCE = 20;
/** Of groups with pictures, which are full of letters before they are full of documents: who stops must not wait long. */
const HEAVY_AT_ONCE = 4;
const HEAVY_BELOW = 40;
/** Of those, how many may be on their way to the disk while the next ones are made. */
const SENDS_AT_ONCE = 2;
/** Parts of the file that are read, and asked about, before their turn: an answer takes as long as a part. */
const PARTS_AHEAD = 2;

/** Rows that are left out are given back as a file; a table of nothing else has no use. */
const FAILED_MAX = 20_000;
const FAILED_LETTERS_MAX = 20_000_000;

/**
 * The import behind messages, in a worker: reads the file, asks what is here already, plans, and hands over groups of
 * changes one after the other. It writes nothing itself; ending the worker ends the import between two groups.
 */
export function serveImport(
  post: (message: FromImport) => void,
  reduce: ReducePicture,
): (message: ToImport) => void {
  let file: File | null = null;
  let table: TableFile | null = null;
  let rules: TableRules | null = null;
  let setup: ImportSetup | null = null;
  const companyCards = new Map<string, ReadContact>();
  /** External ids of companies whose card, with a picture, comes after one of their people. */
  const lateWithPicture = new Set<string>();
  const answers = new Map<number, (message: Answer) => void>();
  let asked = 0;
  /** How often the file was begun anew: a reading that is not the latest is left between two parts. */
  let readings = 0;

  function beginReading(): () => boolean {
    const mine = ++readings;
    return () => mine === readings;
  }
  /** Answers may come in another order than the questions. */
  function ask<A extends Answer>(
    message: (n: number) => FromImport,
  ): Promise<A> {
    const n = ++asked;
    return new Promise((resolve) => {
      answers.set(n, resolve as (message: Answer) => void);
      post(message(n));
    });
  }
  const newId = newIdFrom(
    { now: () => setup?.now ?? 0 },
    { bytes: pooledBytes() },
  );
  function plan(): ImportPlan {
    return createImportPlan({
      newId,
      setting: setup?.setting ?? null,
      userSalesperson: setup?.userSalesperson ?? null,
      known: setup?.known ?? "leave",
      today: setup?.today ?? "",
      wordOf: (use) => setup?.words[use] ?? use,
      companyCards,
    });
  }
  function cardsOf(from: File): ReturnType<typeof readFile> {
    return table && rules ? readTable(table, rules) : readFile(from);
  }
  /** What the preview of a table has read, when it has come to its end. */
  let kept: KeptParts | null = null;
  /** What is here already of some cards. */
  async function hereOf(
    cards: readonly CardOfFile[],
    by: ImportPlan,
  ): Promise<ContactsHere> {
    const contacts = cards.flatMap((card) =>
      card.kind === "contact" ? [card.contact] : [],
    );
    if (contacts.length === 0) return contactsHere([]);
    const lookups = lookupsOf(contacts, companyCards, by.isEmployer);
    const found = await ask<Found>((n) => ({ kind: "lookup", n, lookups }));
    return contactsHere(found.contacts, found);
  }
  function planned(
    cards: readonly CardOfFile[],
    here: ContactsHere,
    by: ImportPlan,
  ): readonly Planned[] {
    return cards.map((card) => [
      card,
      card.kind === "contact" ? by.take(card.contact, here) : null,
      here,
    ]);
  }

  async function open(from: File, asked: ImportSetup): Promise<void> {
    setup = asked;
    const format = await formatOf(from);
    if (format === "vcard") return preview(from);
    table = await openTable(from, format);
    await showTable({});
  }
  async function showTable(shape: Partial<TableShape>): Promise<void> {
    const found = await table?.find(shape);
    post(
      found
        ? { kind: "table", table: found }
        : { kind: "refused", problem: { reason: "empty" } },
    );
  }
  async function check(by: TableRules): Promise<void> {
    if (!table) return;
    const isLatest = beginReading();
    const checker = createColumnChecker(by);
    for await (const { rows } of table.rows(by.shape)) {
      if (!isLatest()) return;
      for (const row of rows) if (!row.problem) checker.add(row.cells);
    }
    if (isLatest()) post({ kind: "checked", columns: checker.result() });
  }

  async function preview(from: File): Promise<void> {
    const isLatest = beginReading();
    post({ kind: "planning" });
    const by = plan();
    companyCards.clear();
    lateWithPicture.clear();
    const employers = new Set<string>();
    const failed: FailedRows["rows"][number][] = [];
    let letters = 0;
    const cards = cardsOf(from);
    const keeping = table ? createKeptParts() : null;
    kept = null;
    for (;;) {
      const { done, value } = await cards.next();
      if (!isLatest()) return;
      if (done) {
        kept = keeping;
        const head = rules?.head ?? [];
        post(
          value
            ? { kind: "refused", problem: value }
            : {
                kind: "previewed",
                failed: table ? { head, rows: failed } : null,
              },
        );
        return;
      }
      keeping?.keep(value);
      for (const card of value.cards) {
        if (card.kind !== "contact") continue;
        rememberCompany(card, companyCards);
        const { companyName, externalId } = card.contact;
        if (companyName !== null) employers.add(nameKey(companyName));
        else if (isCompanyWithPicture(card, employers))
          lateWithPicture.add(externalId);
      }
      const here = await hereOf(value.cards, by);
      if (!isLatest()) return;
      const plans = planned(value.cards, here, by);
      for (const [card, what] of plans) {
        const reason =
          card.kind === "bad"
            ? card.reason
            : what?.verdict === "refused" && "refused";
        if (!reason || !card.cells) continue;
        letters += card.cells.reduce((sum, { length }) => sum + length, 0);
        if (failed.length < FAILED_MAX && letters < FAILED_LETTERS_MAX)
          failed.push({ line: card.line, cells: card.cells, reason });
      }
      post({
        kind: "rows",
        rows: plans.map((one) => previewRow(one, setup?.today ?? "")),
        makes: madeBy(plans),
        read: value.read,
      });
    }
  }
  async function write(from: File): Promise<void> {
    beginReading();
    const by = plan();
    const batch = createImportBatch();
    const pictures = createPictureReader(reduce, newId);
    let groups: (readonly Change[])[] = [];
    const sent: Promise<Saved>[] = [];
    /** The next groups are made while these are on their way to the disk. */
    async function send(read: number): Promise<void> {
      if (sent.length === SENDS_AT_ONCE) await sent.shift();
      const badPhotos = pictures.takeBad();
      const all = groups;
      groups = [];
      sent.push(
        ask<Saved>((n) => ({
          kind: "changes",
          n,
          groups: all,
          badPhotos,
          read,
        })),
      );
    }
    async function put(
      cards: readonly CardOfFile[],
      read: number,
      here: ContactsHere,
    ): Promise<void> {
      const plans = planned(cards, here, by);
      const made = pictures.read(plans);
      for (const [i, [, what]] of plans.entries()) {
        const picture = await made(i);
        if (!what) continue;
        const full = batch.add([...what.changes, ...picture]);
        if (full) groups.push(full);
        const isHeavy = groups.some(({ length }) => length < HEAVY_BELOW);
        const atOnce = isHeavy ? HEAVY_AT_ONCE : GROUPS_AT_ONCE;
        if (groups.length >= atOnce) await send(read);
      }
    }
    // First the companies that their people would otherwise make without a picture: an import that ends before their
    // card would never bring it, for the company is here then.
    if (lateWithPicture.size > 0)
      for await (const { cards } of cardsOf(from)) {
        const late = cards.filter(
          (card) =>
            card.kind === "contact" &&
            lateWithPicture.has(card.contact.externalId),
        );
        if (late.length > 0) await put(late, 0, await hereOf(late, by));
      }
    const ahead: (() => Promise<void>)[] = [];
    for await (const { cards, read } of kept?.take() ?? cardsOf(from)) {
      const asking = hereOf(cards, by);
      ahead.push(async () => put(cards, read, await asking));
      if (ahead.length > PARTS_AHEAD) await ahead.shift()?.();
    }
    for (const next of ahead) await next();
    const rest = batch.take();
    if (rest.length > 0) groups.push(rest);
    if (groups.length > 0) await send(from.size);
    await Promise.all(sent);
    post({ kind: "written" });
  }
  function run(work: Promise<void>): void {
    work.catch((error: unknown) =>
      post({ kind: "refused", problem: problemOf(error) }),
    );
  }

  return (message) => {
    switch (message.kind) {
      case "open":
        file = message.file;
        run(open(message.file, message.setup));
        return;
      case "shape":
        run(showTable(message.shape));
        return;
      case "check":
        run(check(message.rules));
        return;
      case "plan":
        setup = message.setup;
        rules = message.rules;
        if (file) run(preview(file));
        return;
      case "write":
        if (file) run(write(file));
        return;
      default:
        answers.get(message.n)?.(message);
        answers.delete(message.n);
    }
  };
}

type Found = Extract<ToImport, { kind: "found" }>;
type Saved = Extract<ToImport, { kind: "saved" }>;
type Answer = Found | Saved;

/** A workbook says what is wrong with it; else the file was moved, or its medium was taken out, between two pieces. */
function problemOf(
  error: unknown,
): Extract<FromImport, { kind: "refused" }>["problem"] {
  if (!(error instanceof WorkbookError)) return { reason: "unreadable" };
  return error.reason === "too-large"
    ? { reason: "too-large" }
    : { reason: "not-a-vcard", looksLike: "zip" };
}
