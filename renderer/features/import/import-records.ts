import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import {
  importedMark,
  visitMark,
} from "../../../shared/vcard/imported-mark.ts";
import { updateOf } from "../../../shared/vcard/imported-update.ts";
import {
  headDraft,
  idBehindForms,
  KEPT_DAYS,
  partDraft,
  readParts,
  readPastImports,
  type ImportedPart,
  type PastImport,
} from "../../local-store/past-imports.ts";
import type { Save, Store } from "../../local-store/store.ts";

/** Documents that one part names; each group of an import writes its part once more. */
const PART_MAX = 1_000;
const UPDATES_MAX = 200;
const NOTHING: ImportedPart = {
  ...{ contacts: [], others: [], visits: [], updates: [] },
};
const LOOK_AT_ONCE = 500;
/** Some milliseconds. */
const MARKS_AT_ONCE = 100;
/** Of one import; others are read again. */
const COMPANIES_MAX = 5_000;
const DAY_MS = 86_400_000;

/** The imports of the last 90 days, on the disk of this device. Rejects as the store does. */
export interface ImportRecords {
  /** Newest first. Those that a crash or a restart has cut off are counted again; what is too old is forgotten. */
  load(): Promise<readonly PastImport[]>;
  begin(fileName: string): Promise<OpenRecord>;
  /** Writes how an import ended or that it was taken back; what was made is then forgotten. */
  put(past: PastImport): Promise<void>;
  forget(past: PastImport): Promise<void>;
  forgetParts(importId: string): Promise<void>;
}

export interface OpenRecord {
  readonly past: PastImport;
  /** Names what is about to be written, so that no crash can leave anything that nobody can take back. */
  add(changes: readonly Change[]): Promise<void>;
}

export function createImportRecords(deps: {
  readonly store: Pick<Store, "byContact" | "getMany">;
  readonly save: Save;
  readonly now: () => number;
  readonly newId: () => string;
  readonly breathe: () => Promise<void>;
}): ImportRecords {
  const { store, save, now, newId, breathe } = deps;

  async function write(before: Draft | null, after: Draft): Promise<void> {
    const change: Change = { c: "drafts", id: after.id, before, after };
    await keep([change]);
  }
  async function remove(drafts: readonly Draft[]): Promise<void> {
    if (drafts.length === 0) return;
    await keep(
      drafts.map((before) => ({
        c: "drafts",
        id: before.id,
        before,
        after: null,
      })),
    );
  }
  async function keep(changes: readonly Change[]): Promise<void> {
    const saved = await save("action.draft", changes);
    if (saved.status === "failed") throw new RecordNotKept(saved.reason);
  }
  async function put(past: PastImport): Promise<void> {
    const found = await store.getMany("drafts", [past.id]);
    await write(found.get(past.id) ?? null, headDraft(past));
  }
  async function forgetParts(importId: string): Promise<void> {
    const parts = await readParts(store, importId);
    await remove(parts.map(({ draft }) => draft));
  }
  async function forget(past: PastImport): Promise<void> {
    await forgetParts(past.id);
    await remove([headDraft(past)]);
  }

  /** What is there of an import that was cut off: of its last group perhaps nothing. */
  async function counted(past: PastImport): Promise<PastImport> {
    let companies = 0;
    let persons = 0;
    let pictures = 0;
    let updates = 0;
    let visits = 0;
    for (const part of await readParts(store, past.id)) {
      for (let i = 0; i < part.contacts.length; i += LOOK_AT_ONCE) {
        const ids = part.contacts.slice(i, i + LOOK_AT_ONCE);
        const found = await store.getMany(
          "contacts",
          ids.map(({ id }) => id),
        );
        for (const { type } of found.values())
          if (type === "company") companies++;
          else persons++;
      }
      pictures += (await store.getMany("files", part.others)).size;
      updates += part.updates.length;
      const ids = part.visits.map(({ id }) => id);
      visits += (await store.getMany("interactions", ids)).size;
    }
    const counts = { companies, persons, pictures, updates, visits };
    return { ...past, end: "interrupted", ...counts };
  }

  return {
    put,
    forget,
    forgetParts,
    async load() {
      const known: PastImport[] = [];
      for (const past of await readPastImports(store)) {
        if (past.at < now() - KEPT_DAYS * DAY_MS) {
          await forget(past);
          continue;
        }
        const one = past.end === "running" ? await counted(past) : past;
        const { companies, persons, updates = 0, visits = 0 } = one;
        if (one !== past && companies + persons + updates + visits === 0) {
          await forget(past);
          continue;
        }
        if (one !== past) await put(one);
        known.push(one);
      }
      return known;
    },
    async begin(fileName) {
      const past: PastImport = {
        id: idBehindForms(newId()),
        fileName: fileName.slice(0, 255),
        at: now(),
        end: "running",
        companies: 0,
        persons: 0,
        pictures: 0,
      };
      await write(null, headDraft(past));
      let part: ImportedPart = NOTHING;
      let written: Draft | null = null;
      /** Companies as the import has left them: people after them work there. */
      const companies = new Map<string, Contact>();
      return {
        past,
        async add(changes) {
          for (const change of changes)
            if (change.c === "contacts" && change.after?.type === "company")
              if (companies.has(change.id) || companies.size < COMPANIES_MAX)
                companies.set(change.id, change.after);
          const more = await partOf(changes, companies, { store, breathe });
          const { contacts, others, visits, updates } = part;
          // One document has to stay below what a store takes.
          if (
            contacts.length + others.length + visits.length >= PART_MAX ||
            updates.length >= UPDATES_MAX
          ) {
            part = NOTHING;
            written = null;
          }
          part = {
            contacts: [...part.contacts, ...more.contacts],
            others: [...part.others, ...more.others],
            visits: [...part.visits, ...more.visits],
            updates: [...part.updates, ...more.updates],
          };
          const id = written?.id ?? idBehindForms(newId());
          const draft = partDraft(id, past.id, part, now());
          await write(written, draft);
          written = draft;
        },
      };
    },
  };
}

/** The device could not write the record; the import must not go on without it. */
export class RecordNotKept extends Error {
  readonly reason: "disk-full" | "io";
  constructor(reason: "disk-full" | "io") {
    super(`The record of the import was not kept: ${reason}.`);
    this.reason = reason;
  }
}

async function partOf(
  changes: readonly Change[],
  known: ReadonlyMap<string, Contact>,
  deps: {
    readonly store: Pick<Store, "getMany">;
    readonly breathe: () => Promise<void>;
  },
): Promise<ImportedPart> {
  const contacts = changes.flatMap((change) =>
    change.c === "contacts" && change.after && change.before === null
      ? [change.after]
      : [],
  );
  const here = new Map(contacts.map((contact) => [contact.id, contact]));
  const nearby = (id: string) => here.get(id) ?? known.get(id);
  const companies = await companiesOf(contacts, nearby, deps.store);
  const marked: ImportedPart["contacts"][number][] = [];
  for (const [i, contact] of contacts.entries()) {
    const company = companies.get(contact.companyId ?? "") ?? null;
    marked.push({ id: contact.id, mark: importedMark(contact, company) });
    if (i % MARKS_AT_ONCE === MARKS_AT_ONCE - 1) await deps.breathe();
  }
  return {
    contacts: marked,
    others: changes.flatMap(({ c, id }) =>
      c === "contacts" || c === "interactions" ? [] : [id],
    ),
    visits: changes.flatMap((change) =>
      change.c === "interactions" && change.after
        ? [{ id: change.id, mark: visitMark(change.after) }]
        : [],
    ),
    updates: changes.flatMap((change) =>
      change.c === "contacts" && change.after && change.before
        ? [updateOf(change.before, change.after)]
        : [],
    ),
  };
}

/** The employers of some contacts, by id; those that are `nearby` are not asked for. */
export async function companiesOf(
  contacts: readonly Contact[],
  nearby: (id: string) => Contact | undefined,
  store: Pick<Store, "getMany">,
): Promise<ReadonlyMap<string, Contact>> {
  const companies = new Map<string, Contact>();
  const wanted = new Set<string>();
  for (const { companyId } of contacts) {
    if (companyId === undefined || companies.has(companyId)) continue;
    const company = nearby(companyId);
    if (company) companies.set(companyId, company);
    else wanted.add(companyId);
  }
  if (wanted.size > 0)
    for (const [id, company] of await store.getMany("contacts", [...wanted]))
      companies.set(id, company);
  return companies;
}
