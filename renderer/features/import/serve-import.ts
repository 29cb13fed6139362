import type { Change } from "../../../shared/domain/change.ts";
import { newIdFrom } from "../../../shared/domain/new-id.ts";
import {
  contactsHere,
  lookupsOf,
} from "../../../shared/vcard/contacts-here.ts";
import { createImportBatch } from "../../../shared/vcard/import-batch.ts";
import { nameKey } from "../../../shared/vcard/name-key.ts";
import { photoProblemOf } from "../../../shared/vcard/photo.ts";
import {
  createImportPlan,
  type ImportPlan,
  type PlannedCard,
} from "../../../shared/vcard/plan-import.ts";
import { isOddChannel } from "../../../shared/domain/more-channels.ts";
import type { ReadContact } from "../../../shared/vcard/read-contact.ts";
import type {
  FromImport,
  ImportSetup,
  Made,
  PreviewRow,
  ToImport,
} from "./messages.ts";
import { createPictureReader, type ReducePicture } from "./read-pictures.ts";
import { readFile, type CardOfFile } from "./read-file.ts";

/** Company cards that are remembered for the people before them; a file with more of them is a directory. */
const COMPANY_CARDS_MAX = 20_000;

/** Groups that are handed over together: what they make is put on record once, before the first is written. */
const GROUPS_AT_ONCE = 8;

/**
 * The import behind messages, in a worker: reads the file, asks what is here already, plans, and hands over groups of
 * changes one after the other. It writes nothing itself; ending the worker ends the import between two groups.
 */
export function serveImport(
  post: (message: FromImport) => void,
  reduce: ReducePicture,
): (message: ToImport) => void {
  let file: Blob | null = null;
  let setup: ImportSetup | null = null;
  const companyCards = new Map<string, ReadContact>();
  /** External ids of companies whose card, with a picture, comes after one of their people. */
  const lateWithPicture = new Set<string>();
  const answers = new Map<ToImport["kind"], (message: ToImport) => void>();

  /** One question of each kind at a time. */
  function ask(
    message: FromImport,
    answer: "found" | "saved",
  ): Promise<ToImport> {
    return new Promise((resolve) => {
      answers.set(answer, resolve);
      post(message);
    });
  }
  const newId = newIdFrom(
    { now: () => setup?.now ?? 0 },
    { bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) },
  );
  function plan(): ImportPlan {
    return createImportPlan({
      newId,
      setting: setup?.setting ?? null,
      userSalesperson: setup?.userSalesperson ?? null,
      wordOf: (use) => setup?.words[use] ?? use,
      companyCards,
    });
  }
  async function planned(
    cards: readonly CardOfFile[],
    by: ImportPlan,
  ): Promise<readonly (readonly [CardOfFile, PlannedCard | null])[]> {
    const contacts = cards.flatMap((card) =>
      card.kind === "contact" ? [card.contact] : [],
    );
    if (contacts.length === 0) return cards.map((card) => [card, null]);
    const lookups = lookupsOf(contacts, companyCards);
    const found = await ask({ kind: "lookup", lookups }, "found");
    const here = contactsHere(found.kind === "found" ? found.contacts : []);
    return cards.map((card) => [
      card,
      card.kind === "contact" ? by.take(card.contact, here) : null,
    ]);
  }

  async function preview(from: Blob): Promise<void> {
    const by = plan();
    companyCards.clear();
    lateWithPicture.clear();
    const employers = new Set<string>();
    const cards = readFile(from);
    for (;;) {
      const { done, value } = await cards.next();
      if (done) {
        post(
          value ? { kind: "refused", problem: value } : { kind: "previewed" },
        );
        return;
      }
      for (const card of value.cards) {
        rememberCompany(card, companyCards);
        if (card.kind !== "contact") continue;
        const { companyName, externalId } = card.contact;
        if (companyName !== null) employers.add(nameKey(companyName));
        else if (isCompanyWithPicture(card, employers))
          lateWithPicture.add(externalId);
      }
      const plans = await planned(value.cards, by);
      post({
        kind: "rows",
        rows: plans.map(([card, what]) => previewRow(card, what)),
        makes: madeBy(plans),
        read: value.read,
      });
    }
  }
  async function write(from: Blob): Promise<void> {
    const by = plan();
    const batch = createImportBatch();
    const pictures = createPictureReader(reduce, newId);
    let groups: (readonly Change[])[] = [];
    let sent: Promise<unknown> = Promise.resolve();
    /** The next groups are made while these are on their way to the disk. */
    async function send(read: number): Promise<void> {
      await sent;
      const badPhotos = pictures.takeBad();
      sent = ask({ kind: "changes", groups, badPhotos, read }, "saved");
      groups = [];
    }
    async function put(
      cards: readonly CardOfFile[],
      read: number,
    ): Promise<void> {
      const plans = await planned(cards, by);
      const made = pictures.read(plans);
      for (const [i, [, what]] of plans.entries()) {
        const picture = await made(i);
        if (!what) continue;
        const full = batch.add([...what.changes, ...picture]);
        if (full) groups.push(full);
        if (groups.length >= GROUPS_AT_ONCE) await send(read);
      }
    }
    // First the companies that their people would otherwise make without a picture: an import that ends before their
    // card would never bring it, for the company is here then.
    if (lateWithPicture.size > 0)
      for await (const { cards } of readFile(from)) {
        const late = cards.filter(
          (card) =>
            card.kind === "contact" &&
            lateWithPicture.has(card.contact.externalId),
        );
        if (late.length > 0) await put(late, 0);
      }
    for await (const { cards, read } of readFile(from)) await put(cards, read);
    const rest = batch.take();
    if (rest.length > 0) groups.push(rest);
    if (groups.length > 0) await send(from.size);
    await sent;
    post({ kind: "written" });
  }
  function run(work: Promise<void>): void {
    // The file was moved, or its medium was taken out, between two pieces.
    work.catch(() =>
      post({ kind: "refused", problem: { reason: "unreadable" } }),
    );
  }

  return (message) => {
    switch (message.kind) {
      case "preview":
        file = message.file;
        setup = message.setup;
        run(preview(message.file));
        return;
      case "write":
        if (file) run(write(file));
        return;
      default:
        answers.get(message.kind)?.(message);
    }
  };
}

function rememberCompany(
  card: CardOfFile,
  into: Map<string, ReadContact>,
): void {
  if (card.kind !== "contact" || card.contact.type !== "company") return;
  const key = nameKey(card.contact.name);
  if (into.size < COMPANY_CARDS_MAX && !into.has(key))
    into.set(key, card.contact);
}

/** One of whose people a card has been read already. */
function isCompanyWithPicture(
  { contact, photo }: Extract<CardOfFile, { kind: "contact" }>,
  employers: ReadonlySet<string>,
): boolean {
  return (
    contact.type === "company" &&
    contact.hasPhoto &&
    photoProblemOf(photo) === null &&
    employers.has(nameKey(contact.name))
  );
}

function previewRow(card: CardOfFile, what: PlannedCard | null): PreviewRow {
  const { number, line } = card;
  if (card.kind === "bad") {
    return {
      number,
      line,
      type: "person",
      name: "",
      companyName: "",
      channel: "",
      verdict: "bad",
      reason: card.reason,
      problems: [],
      photoProblem: null,
    };
  }
  const { contact } = card;
  const { email, phone, mobile } = contact.fields;
  // What a warning is about reaches nobody.
  const usable = contact.further.find(
    (one) => one.kind !== "address" && !isOddChannel(one),
  );
  return {
    number,
    line,
    type: contact.type,
    name: contact.name,
    companyName: contact.companyName ?? "",
    channel: email ?? phone ?? mobile ?? usable?.value ?? "",
    verdict: what?.verdict ?? "refused",
    reason: null,
    problems: contact.problems.slice(0, 5).map((problem) => ({
      ...problem,
      value: problem.value.slice(0, 80),
    })),
    photoProblem: contact.hasPhoto ? photoProblemOf(card.photo) : null,
  };
}

function madeBy(
  plans: readonly (readonly [CardOfFile, PlannedCard | null])[],
): Made {
  let companies = 0;
  let persons = 0;
  let photos = 0;
  for (const [card, what] of plans) {
    if (what?.replacesEmployer) companies--;
    for (const change of what?.changes ?? []) {
      if (change.c !== "contacts") continue;
      if (change.after?.type === "company") companies++;
      else persons++;
    }
    if (
      what?.verdict === "new" &&
      card.kind === "contact" &&
      card.contact.hasPhoto &&
      photoProblemOf(card.photo) === null
    )
      photos++;
  }
  return { companies, persons, photos };
}
