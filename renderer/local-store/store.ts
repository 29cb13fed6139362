import type { CalendarDay } from "../../shared/core/calendar.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { PlannedTask } from "../../shared/domain/due-tasks.ts";
import type { Unwritten } from "../../shared/domain/written-up.ts";
import type {
  CollectionName,
  Documents,
} from "../../shared/entities/registry.ts";
import type { Lookups } from "../../shared/vcard/contacts-here.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";

/**
 * The readable copy of everything, on this device. Features know this type and nothing of RxDB.
 *
 * Reads always include this device's own saved writes, even in the instant before RxDB has them.
 */
export interface Store {
  get<N extends CollectionName>(c: N, id: string): Promise<Documents[N] | null>;
  getMany<N extends CollectionName>(
    c: N,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Documents[N]>>;
  /** Documents of one contact, newest first where the entity has an instant. */
  byContact<N extends CollectionName>(
    c: N,
    contactId: string,
    limit: number,
  ): Promise<readonly Documents[N][]>;
  /** A whole small collection (codes, settings, drafts, notes, tasks), in id order. Never for contacts or interactions. */
  all<N extends CollectionName>(
    c: N,
    limit: number,
  ): Promise<readonly Documents[N][]>;
  /** Sync marks of one document: null = this device does not have it; `pending` = has unsent work. */
  marks(c: CollectionName, id: string): Promise<DocumentMarks | null>;
  /** Called after every change, own or pulled, with what changed; the return value unsubscribes. */
  subscribe(listener: (changed: readonly DocumentKey[]) => void): () => void;
  /** How many documents each collection holds. */
  counts(): Promise<Readonly<Record<CollectionName, number>>>;
}

export interface DocumentMarks {
  /** Server revision and feed position; null = the server has never confirmed this document. */
  readonly rev: number | null;
  readonly seq: number | null;
  readonly pending: boolean;
}

export type SaveResult =
  /** On disk: the journal has answered. `d` is the number of the intention in the outbox. */
  | { readonly status: "saved"; readonly d: number }
  | { readonly status: "failed"; readonly reason: "disk-full" | "io" };

/**
 * The only way to write synced collections: changes → journal (durable) → own-writes overlay → store.
 * `label` is an i18n key that names the action in the outbox and in the Undo menu.
 */
export type Save = (
  label: string,
  changes: readonly Change[],
) => Promise<SaveResult>;

/** One row of the contact list, from the projection worker. Plain text, ready to show. */
export interface ContactRow {
  readonly id: string;
  readonly type: "company" | "person";
  readonly name: string;
  readonly no: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly phone: string;
  readonly email: string;
  readonly postCode: string;
  readonly city: string;
  readonly salesperson: string;
}

export interface ListQuery {
  /** Every word must match the start of a word of name, company, city, e-mail, number; digits match phones. */
  readonly text: string;
  readonly kind: "all" | "companies" | "persons" | "independent";
  /** BCP 47, for the collation. */
  readonly locale: string;
}

/** Lists, filters and counts; answered by the projection worker, never by walking the store. */
export interface ContactList {
  query(
    query: ListQuery,
    from: number,
    to: number,
  ): Promise<{ readonly total: number; readonly rows: readonly ContactRow[] }>;
  /** How many of each kind match a filter; without one, how many there are. Each contact is all and one other kind. */
  counts(text?: string): Promise<Readonly<Record<ListQuery["kind"], number>>>;
  /** People of a company, by name. */
  peopleOf(companyId: string): Promise<readonly ContactRow[]>;
  /** Position of a contact in a query's order, or -1. */
  indexOf(query: ListQuery, id: string): Promise<number>;
  /** Ids of contacts with one of these names or external ids: what an import may find here already. */
  known(lookups: Lookups): Promise<readonly string[]>;
  subscribe(listener: () => void): () => void;
}

export interface DueQuestion {
  /** The work date. */
  readonly today: CalendarDay;
  /** Code of the person; null = everybody's tasks. */
  readonly salesperson: string | null;
  /** Rows to answer at most, filled in order: what is overdue, then today, then what comes. */
  readonly room: number;
  /** Rows of one list beyond those. */
  readonly more?: Readonly<Record<keyof DueAnswer, number>>;
}

export interface DueRow {
  readonly task: PlannedTask;
  /** Null = about nobody, or about a contact that is not here. */
  readonly contact: ContactRow | null;
}

export interface DueList {
  readonly total: number;
  readonly rows: readonly DueRow[];
}

/** See `dueTasks`. */
export interface DueAnswer {
  readonly overdue: DueList;
  readonly today: DueList;
  readonly soon: DueList;
}

export type WeekQuestion = Omit<DueQuestion, "more">;

/** See `weekLookBack`. */
export interface WeekAnswer {
  /** Visits of the work date's week that are written up. */
  readonly written: number;
  readonly total: number;
  readonly rows: readonly (Unwritten & { readonly contact: ContactRow })[];
}

/** Planned work and the week, answered by the projection worker; own saves are in every answer at once. */
export interface Agenda {
  due(question: DueQuestion): Promise<DueAnswer>;
  week(question: WeekQuestion): Promise<WeekAnswer>;
  /** Called after changes that may change an answer. */
  subscribe(listener: () => void): () => void;
}
