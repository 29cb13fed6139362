import type { CalendarDay } from "../../shared/core/calendar.ts";
import type { Change } from "../../shared/domain/change.ts";
import type {
  ContactColumn,
  ContactValues,
} from "../../shared/domain/contact-columns.ts";
import type { ContactFilter } from "../../shared/domain/contact-filter.ts";
import type { DuplicateSetUp } from "../../shared/domain/duplicate-set-up.ts";
import type {
  Lane,
  Likeness,
} from "../../shared/domain/duplicates/compare-contacts.ts";
import type { SortBy } from "../../shared/domain/contact-order.ts";
import type { SentenceProposal } from "../../shared/domain/sentence/read-sentence.ts";
import type { Reading } from "../../shared/domain/typed-visit.ts";
import type { Colleagues, PlannedTask } from "../../shared/domain/due-tasks.ts";
import type { PipelineTotals, Sale } from "../../shared/domain/pipeline.ts";
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
  /** A large collection in portions, in id order; the next one comes after the last id of this one. */
  page<N extends CollectionName>(
    c: N,
    after: string,
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

/**
 * One row of the contact list, from the projection worker. Plain text, ready to show; codes are codes. Of the values
 * beyond the first ones what is empty is absent.
 */
export interface ContactRow extends ContactValues {
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
  /** In a tree: stands under its company. */
  readonly indented?: true;
  /** In a tree: how many of a company's people are in the answer, and that they are not shown. */
  readonly people?: number;
  readonly collapsed?: true;
}

export interface ListQuery {
  /** Every word must match the start of a word of name, company, city, e-mail, number; digits match phones. */
  readonly text: string;
  readonly kind: "all" | "companies" | "persons" | "independent";
  /** BCP 47, for the collation. */
  readonly locale: string;
  readonly filter?: ContactFilter | undefined;
  /** The most important column first; without any, by name. See `contactOrder`. */
  readonly sort?: readonly SortBy[] | undefined;
  /** People stand under their company wherever that is in the answer, too; within it in the order of `sort`. */
  readonly tree?: boolean | undefined;
  /** Of a tree: companies whose people are not shown, nor counted. */
  readonly collapsed?: readonly string[] | undefined;
  /** The work date, for conditions on days; without it no day is today. */
  readonly today?: CalendarDay | undefined;
  /** Only these contacts; without `sort` in this order. */
  readonly only?: readonly string[] | undefined;
}

/** What decides which contacts are in an answer, in whatever order. */
export type ListFilter = Omit<
  ListQuery,
  "locale" | "sort" | "tree" | "collapsed"
>;

export interface Facet {
  /** A code, or a text as it is written; empty = without value. Of a set of codes each counts. */
  readonly value: string;
  readonly count: number;
}

/** How far building the list and the index from the store is; the documents of all collections together. */
export interface Building {
  readonly done: number;
  readonly total: number;
}

/** Ids. */
export interface Attended {
  readonly interactions: readonly string[];
  readonly tasks: readonly string[];
}

/** Lists, filters and counts; answered by the projection worker, never by walking the store. */
export interface ContactList {
  query(
    query: ListQuery,
    from: number,
    to: number,
  ): Promise<{ readonly total: number; readonly rows: readonly ContactRow[] }>;
  /** How many of each kind match a filter; without one, how many there are. Each contact is all and one other kind. */
  counts(
    text?: string,
    filter?: ContactFilter,
    today?: CalendarDay,
  ): Promise<Readonly<Record<ListQuery["kind"], number>>>;
  /** How many contacts each of these finds: the live counts of several views. */
  countsOf(filters: readonly ListFilter[]): Promise<readonly number[]>;
  /** All that match, in the query's order: what "select all" selects and a bulk edit changes. */
  ids(query: ListQuery): Promise<readonly string[]>;
  /** The values of a column among what matches, the most frequent first. */
  facets(filter: ListFilter, column: ContactColumn): Promise<readonly Facet[]>;
  /** Rows of these contacts, in their order, without those that are not here. */
  rows(ids: readonly string[]): Promise<readonly ContactRow[]>;
  /** People of a company, by name: all of them, for whoever changes them. */
  peopleOf(companyId: string): Promise<readonly ContactRow[]>;
  /** Those of them who are in sight. */
  people(question: PeopleQuestion): Promise<PeoplePage>;
  /** What a card shows of what happened; the documents are the store's. */
  happened(question: HappenedQuestion): Promise<HappenedAnswer>;
  /** What is somebody else's, and a contact was met there or takes part. */
  attended(contactId: string): Promise<Attended>;
  /** Position of a contact in a query's order, or -1. */
  indexOf(query: ListQuery, id: string): Promise<number>;
  /** Ids of contacts with one of these names or external ids: what an import may find here already. */
  known(lookups: Lookups): Promise<readonly string[]>;
  /**
   * Contacts that may be the same as this one, the likeliest first; itself and those that are said to be separate are not
   * among them (DUP-5, DUP-11). `draft` is a contact or what there is of one, with an id.
   */
  doubles(
    draft: Readonly<Record<string, unknown>>,
    setUp: DuplicateSetUp,
    limit: number,
  ): Promise<readonly Double[]>;
  /** A visit as one sentence tells it, with whom it means; the contacts of one salesperson before others'. */
  sentence(
    text: string,
    reading: Reading,
    salesperson: string,
  ): Promise<SentenceProposal>;
  /** All contacts against each other. `ended` gives null when it was stopped. */
  scan(
    setUp: DuplicateSetUp,
    onShare: (share: number) => void,
  ): { readonly ended: Promise<ScanAnswer | null>; stop(): void };
  /** MRG: whom a contact has absorbed, also by way of others. */
  absorbedBy(id: string): Promise<readonly string[]>;
  /** MRG: the id itself, or that of the contact that has absorbed it; null = it is not here. */
  standingFor(id: string): Promise<string | null>;
  /** DUP-7: pairs of which somebody has said that they are two; the tie stands on the first. */
  separatePairs(): Promise<readonly (readonly [string, string])[]>;
  /** Null = everything is there to be searched and counted. Told of by `subscribe`. */
  building(): Building | null;
  subscribe(listener: () => void): () => void;
}

export interface PeopleQuestion {
  readonly companyId: string;
  /** Every word must stand in name, job title or number. */
  readonly text: string;
  /** Only those about whom something may be recorded (INT-13). */
  readonly unblocked?: boolean;
  readonly from: number;
  readonly to: number;
}

export interface PeoplePage {
  /** How many the text finds. */
  readonly total: number;
  readonly rows: readonly ContactRow[];
}

export interface HappenedQuestion {
  readonly contactId: string;
  /** Of a company: what was done with its people, too. */
  readonly withPeople: boolean;
  /** Who has left it: what they did under it is still its own. */
  readonly former: readonly string[];
  /** So many of what happened, and so many of what is planned. */
  readonly want: number;
}

export interface HappenedAnswer {
  /** Ids. On the last day some more, so that times can decide; corrections of any day. */
  readonly interactions: readonly string[];
  readonly tasks: readonly string[];
  /** Further back there is more. */
  readonly more: boolean;
  /** Older ones are still being read: all of them cannot be counted yet. */
  readonly reading?: true;
  /** Of the other contacts that they are about. */
  readonly names: readonly (readonly [id: string, name: string])[];
}

/** A contact that may be another one's double, and why. */
export interface Double extends Omit<Likeness, "lane"> {
  readonly contact: ContactRow;
  /** Null = only by the search strings. */
  readonly lane: Lane | null;
  /** The rows of the company's set-up that agree, by their places (DUP-3). */
  readonly rows: readonly number[];
}

export interface DoublePair extends Likeness {
  readonly a: string;
  readonly b: string;
}

/** What a scan has found: of each lane the likeliest, and how many there are. */
export interface ScanAnswer {
  /** How many contacts were looked at. */
  readonly contacts: number;
  readonly counts: Readonly<Record<Lane, number>>;
  readonly pairs: readonly DoublePair[];
}

/** What a search finds, in the order in which it is shown. */
export const SEARCH_KINDS = [
  "companies",
  "persons",
  "notes",
  "tasks",
  "opportunities",
  "purchases",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Text and which parts of it were asked for, `[from, to)` in UTF-16 units, in order. */
export interface MarkedText {
  readonly text: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

export interface SearchHit {
  /** Of the company, person, interaction, task, opportunity or purchase. */
  readonly id: string;
  /** Of the contact whose card shows it; empty = of none. */
  readonly contactId: string;
  readonly title: MarkedText;
  /** Company and place of a contact; the contact's name of everything else. */
  readonly subtitle: string;
  /** Of everything but contacts. */
  readonly date?: CalendarDay;
  /** Why it was found when the title does not tell; null = the title tells. */
  readonly reason: {
    readonly field: SearchField;
    readonly value: MarkedText;
  } | null;
}

export type SearchField =
  | ContactColumn
  | "name2"
  | "searchName"
  | "alias"
  | "vatNo"
  | "externalId"
  | "description"
  | "result"
  | "comment"
  | "item"
  | "document";

export interface SearchGroup {
  readonly kind: SearchKind;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export interface SearchAnswer {
  /** Groups that have found something, so far. */
  readonly groups: readonly SearchGroup[];
  /** Nothing more will come. */
  readonly complete: boolean;
}

/** One box over everything (ux 5(i)), answered by the projection worker. */
export interface Search {
  /**
   * Calls `onAnswer` with companies and persons at once and again with everything else. A newer search ends the one
   * before it; so does the function that is returned.
   */
  search(
    question: { readonly text: string; readonly limit: number },
    onAnswer: (answer: SearchAnswer) => void,
  ): () => void;
}

export interface DueQuestion {
  /** The work date. */
  readonly today: CalendarDay;
  /** Code of the person; null = everybody's tasks. */
  readonly salesperson: string | null;
  readonly colleagues?: Colleagues;
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
  readonly later: DueList;
}

export type WeekQuestion = Omit<DueQuestion, "more" | "colleagues">;

export interface SalesQuestion {
  /** Code of the person; null = everybody's. */
  readonly salesperson: string | null;
  /** Only with this contact or, of a company, its people. */
  readonly contactId?: string;
  readonly which: "open" | "closed" | "all";
  /** Rows to answer at most; the totals are of all. */
  readonly room: number;
}

export interface SalesRow {
  readonly sale: Sale;
  /** Null = a contact that is not here. */
  readonly contact: ContactRow | null;
}

export interface SalesAnswer {
  readonly total: number;
  /** Open ones by the day on which they are expected, closed ones by the day of their end. */
  readonly rows: readonly SalesRow[];
  readonly totals: PipelineTotals;
}

/** See `weekLookBack`. */
export interface WeekAnswer {
  /** Visits of the work date's week that are written up. */
  readonly written: number;
  readonly total: number;
  readonly rows: readonly (Unwritten & { readonly contact: ContactRow })[];
}

/** One ISO week of somebody's. */
export interface DiaryQuestion {
  readonly monday: CalendarDay;
  /** Code of the person; null = everybody's. */
  readonly salesperson: string | null;
}

export interface DiaryAnswer {
  /** Ids of what was recorded in the week and counts (STA-1). */
  readonly recorded: readonly string[];
  /** Open work about a contact that is due in the week. */
  readonly planned: readonly PlannedTask[];
}

export type PostponedQuestion = Omit<WeekQuestion, "today">;

/** Interactions that wait to be finished (INT-8), the oldest first. */
export interface PostponedAnswer {
  readonly total: number;
  readonly rows: readonly {
    readonly id: string;
    /** Null = a contact that is not here. */
    readonly contact: ContactRow | null;
  }[];
}

/** Planned work and the week, answered by the projection worker; own saves are in every answer at once. */
export interface Agenda {
  due(question: DueQuestion): Promise<DueAnswer>;
  week(question: WeekQuestion): Promise<WeekAnswer>;
  diary(question: DiaryQuestion): Promise<DiaryAnswer>;
  /** What may be sold and was: see `pipelineTotals`. */
  sales(question: SalesQuestion): Promise<SalesAnswer>;
  postponed(question: PostponedQuestion): Promise<PostponedAnswer>;
  /** Called after changes that may change an answer. */
  subscribe(listener: () => void): () => void;
}
