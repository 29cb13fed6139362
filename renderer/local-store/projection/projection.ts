import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type { SentenceNames } from "../../../shared/domain/sentence/sentence-names.ts";
import type { DuplicateSetUp } from "../../../shared/domain/duplicate-set-up.ts";
import type { PlannedTask } from "../../../shared/domain/due-tasks.ts";
import type { Sale } from "../../../shared/domain/pipeline.ts";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import {
  cadenceDays,
  starterCadences,
  type Cadences,
} from "../../../shared/domain/visit-cadence.ts";
import type {
  DueVisit,
  RecordedInteraction,
} from "../../../shared/domain/written-up.ts";
import { dayOfNumber, numberOfDay } from "./columns/days.ts";
import type {
  Attended,
  Double,
  HappenedAnswer,
  HappenedQuestion,
  ScanAnswer,
  SearchGroup,
} from "../store.ts";
import type { KnownContact } from "./agenda.ts";
import type { Packed } from "./columns/pack.ts";
import { createListing, type Listing } from "./contact-list.ts";
import { searchContacts } from "./contact-search.ts";
import { createContactTable } from "./contact-table.ts";
import { searchedContact } from "./contact-words.ts";
import { hasHappened, newestOf, toldAbout } from "./happenings.ts";
import { createFigures } from "./figures.ts";
import { createListOrders } from "./list-orders.ts";
import {
  fedNames,
  type FedName,
  type OwnRows,
  type Since,
  type Slim,
  type StoredRows,
} from "./messages.ts";
import { createSentenceNames } from "./named-contacts.ts";
import { createNamesKnown } from "./names-known.ts";
import { createDoubles } from "./doubles.ts";
import { scanDoubles } from "./scan-doubles.ts";
import type { SearchQuestion } from "./search/question.ts";
import { createWordIndex } from "./search/word-index.ts";
import type { SlimContact } from "./slim-contact.ts";
import type {
  SlimInteraction,
  SlimOpportunity,
  SlimTask,
  WorkName,
} from "./slim-work.ts";
import type { StoredValue } from "./versions.ts";
import { createWork } from "./work.ts";
import type { WorkTable } from "./work-table.ts";
import { searchWork, type WorkFound } from "./work-search.ts";

/** Contacts and what concerns them as the screens list, search and count them, in columns. No clock, no I/O. */
export interface Projection extends Omit<Listing, "forget" | "rowAt"> {
  /** Answers what was news. */
  applyStored(rows: StoredRows): StoredRows;
  /** Shown over what RxDB holds until RxDB's own version contains that entry. */
  applyOwn(rows: OwnRows): void;
  /** Ids of the contacts that have one of these names or external ids. */
  known(lookups: Lookups): readonly string[];
  contactOf(id: string): KnownContact | null;
  /** See `Doubles`. */
  doubles(
    draft: SlimContact,
    setUp: DuplicateSetUp,
    limit: number,
  ): Promise<readonly Double[]>;
  /** See `scanDoubles`. */
  scan(
    setUp: DuplicateSetUp,
    isStopped: () => boolean,
    tell: (share: number) => void,
  ): Promise<ScanAnswer | null>;
  /** MRG: ids of those that it has absorbed, also by way of others. */
  absorbedBy(id: string): readonly string[];
  /** MRG: the id itself, or that of the contact that has absorbed it; null = it is not here. */
  standingFor(id: string): string | null;
  /** DUP-7: pairs of which somebody has said that they are two. */
  separatePairs(): readonly (readonly [string, string])[];
  searchContacts(
    question: SearchQuestion,
    limit: number,
  ): readonly SearchGroup[];
  /** Whom a sentence may name; a salesperson's own contacts before others. */
  sentenceNames(salesperson: string): SentenceNames;
  searchWork(c: WorkName, question: SearchQuestion, limit: number): WorkFound;
  happened(question: HappenedQuestion): HappenedAnswer;
  /** See `toldAbout`. */
  toldAbout(question: HappenedQuestion): readonly string[];
  /** See `hasHappened`. */
  hasHappened(question: HappenedQuestion, after: CalendarDay): boolean;
  attended(contactId: string): Attended;
  /** See `Figures`. */
  countSome(): boolean;
  setCadences(cadences: Cadences): void;
  /** Whose next visit is due by that day. */
  visitsDue(until: CalendarDay): Iterable<DueVisit>;
  /** See `Doubles`. */
  keySome(): boolean;
  planned(): Iterable<PlannedTask>;
  sales(): Iterable<Sale>;
  interactionsBetween(from: string, to: string): Iterable<RecordedInteraction>;
  postponed(): Iterable<RecordedInteraction>;
  /** Something is shown that RxDB does not have yet: nothing to be stored. */
  readonly ahead: boolean;
  /** The language in which names were asked for last: it decides between equal finds. */
  readonly locale: string;
  /** Newest write times of all that was applied. */
  readonly latest: Since;
  /** How many documents of each collection are here, with those that are stored and cannot be read. */
  readonly sizes: Readonly<Record<FedName, number>>;
  /** Read from the store as a whole, and not held against it since. */
  isFresh: boolean;
  /** So many more are stored than can ever be read; they count in `sizes`. */
  accept(c: FedName, more: number): void;
  /**
   * Of one that was made of its contacts alone: with the index it searches them, too.
   *
   * @param since what has changed since the index was packed, and is in the contacts
   */
  loadIndex(index: Packed, since: readonly StoredRows[]): void;
  pack(): ProjectionParts;
}

/** In the order in which they are needed: the list, the search, everything else. */
export interface ProjectionParts {
  readonly contacts: Packed;
  readonly index: Packed;
  readonly work: Packed;
}

export function createProjection(from?: Partial<ProjectionParts>): Projection {
  const order = from?.contacts?.["order"] as
    { readonly locale: string; readonly rows: Uint32Array } | undefined;
  const table = createContactTable(from?.contacts);
  const index = createWordIndex(true, from?.index?.["words"] as Packed);
  const keys = createWordIndex(false, from?.index?.["keys"] as Packed);
  const doubles = createDoubles(table, keys);
  const work = createWork(table.ids, from?.work);
  const figures = createFigures(table, work);
  const orders = createListOrders(table, figures, order);
  const listing = createListing(table, index, orders, figures);
  const names = createNamesKnown(table);
  const unreadable = unreadableFrom(from?.work?.["unreadable"]);
  const missing = {
    ...byCollection(() => 0),
    ...(from?.work?.["missing"] as object | undefined),
  };
  let isFresh = from?.work === undefined || from.work["isFresh"] === true;
  let places: Uint32Array | null = null;
  let cadences = starterCadences;

  const works: Readonly<Record<WorkName, WorkTable>> = {
    interactions: work.interactions.work,
    tasks: work.tasks,
    opportunities: work.opportunities,
    purchases: work.purchases,
  };
  const homes = {
    contacts: { table, show: showContact },
    interactions: {
      table: works.interactions,
      show: showWork("interactions", (row, value) =>
        work.interactions.show(row, value as SlimInteraction | null),
      ),
    },
    tasks: {
      table: works.tasks,
      show: showWork("tasks", (row, value) =>
        work.showTask(row, value as SlimTask | null),
      ),
    },
    opportunities: {
      table: works.opportunities,
      show: showWork("opportunities", (row, value) =>
        work.showOpportunity(row, value as SlimOpportunity | null),
      ),
    },
    purchases: {
      table: works.purchases,
      show: showWork("purchases", works.purchases.show),
    },
  };

  function showContact(row: number, value: Slim[FedName] | null): void {
    const contact = value as SlimContact | null;
    // A company's figures cover its people, those who leave it and those who come.
    figures.changed(table.companies[row] ?? -1);
    table.show(row, contact);
    figures.changed(table.companies[row] ?? -1);
    figures.changed(row);
    putWords(row, contact);
    doubles.changed(row);
    orders.changed(row);
    names.changed(row);
    places = null;
  }
  function putWords(row: number, contact: SlimContact | null): void {
    const here = contact?.mergedInto === "" ? contact : null;
    index.set(row, here && searchedContact(here));
  }
  function showWork(
    c: WorkName,
    show: (row: number, value: never) => void,
  ): (row: number, value: Slim[FedName] | null) => void {
    return (row, value) => {
      concern(c, row);
      show(row, value as never);
      concern(c, row);
    };
  }
  /** Whose figures a document counts in. */
  function concern(c: WorkName, row: number): void {
    const { contacts, companies } = works[c];
    const contact = contacts[row] ?? -1;
    figures.changed(contact);
    figures.changed(companies[row] ?? -1);
    if (contact >= 0) figures.changed(table.companies[contact] ?? -1);
  }

  function placesByName(): Uint32Array {
    if (places === null) {
      places = new Uint32Array(table.ids.size);
      const rows = orders.byName(orders.lastLocale);
      for (let place = 0; place < rows.length; place++)
        places[rows[place] ?? 0] = place;
    }
    return places;
  }

  return {
    ...listing,
    applyStored({ c, rows }) {
      const { table: home, show } = homes[c];
      const news = (rows as readonly StoredValue<Slim[FedName]>[]).filter(
        ({ id, lwt, applied, value, own, unreadable: isLost = false }) => {
          const row = home.ids.add(id);
          // What was shown when it was saved: an import is put among the words and keys once, not twice.
          const isShown = own === true && home.newest.shows(row, applied);
          const isNews = home.newest.stored(row, lwt, applied);
          if (!isNews) return false;
          if (!isShown) show(row, value);
          if (isLost) unreadable[c].add(id);
          else unreadable[c].delete(id);
          return true;
        },
      );
      if (news.length > 0) listing.forget();
      return { c, rows: news } as unknown as StoredRows;
    },
    applyOwn({ c, rows }) {
      const { table: home, show } = homes[c];
      for (const { id, d, value } of rows) {
        const row = home.ids.add(id);
        home.newest.own(row, d);
        show(row, value);
      }
      listing.forget();
    },
    known: (lookups) => names.find(lookups),
    contactOf(id) {
      const row = table.ids.find(id);
      if (row < 0 || !table.isHere(row)) return null;
      return {
        get row() {
          return listing.rowAt(row);
        },
        salesperson: table.few.salesperson.at(row),
        blocked: table.isBlocked(row),
      };
    },
    doubles: doubles.find,
    keySome: doubles.keySome,
    scan: (setUp, isStopped, tell) =>
      scanDoubles(table, doubles, setUp, isStopped, tell),
    absorbedBy(id) {
      const row = table.ids.find(id);
      return row < 0 ? [] : table.absorbedBy(row).map(table.ids.idAt);
    },
    standingFor(id) {
      const row = table.ids.find(id);
      const standing = row < 0 ? -1 : table.standingFor(row);
      return standing < 0 ? null : table.ids.idAt(standing);
    },
    separatePairs() {
      const pairs: (readonly [string, string])[] = [];
      for (let row = 0; row < table.ids.size; row++) {
        if (!table.isHere(row)) continue;
        for (const id of table.separateAt(row)) {
          const other = table.ids.find(id);
          if (other >= 0 && table.isHere(other))
            pairs.push([table.ids.idAt(row), id]);
        }
      }
      return pairs;
    },
    searchContacts: (question, limit) =>
      searchContacts({ table, index, places: placesByName() }, question, limit),
    sentenceNames: (salesperson) =>
      createSentenceNames({ table, index }, salesperson),
    searchWork: (c, question, limit) =>
      searchWork(table, works[c], question, limit),
    happened: (question) => newestOf(table, work, question),
    toldAbout: (question) => toldAbout(table, question),
    hasHappened: (question, after) => hasHappened(table, work, question, after),
    attended: (contactId) => ({
      interactions: work.interactions.attendedBy(contactId),
      tasks: work.tasksAttendedBy(contactId),
    }),
    countSome: figures.countSome,
    setCadences(changed) {
      cadences = changed;
      figures.setCadences(changed);
      listing.forget();
    },
    *visitsDue(until) {
      const due = figures.column("visitDue");
      const last = numberOfDay(until);
      for (let row = 0; row < table.ids.size; row++) {
        const day = due[row] ?? 0;
        if (day === 0 || day > last || !table.isHere(row)) continue;
        const formula = cadences.get(table.few.cadence.at(row)) ?? "";
        yield {
          contactId: table.ids.idAt(row),
          due: dayOfNumber(day),
          everyDays: cadenceDays(formula),
        };
      }
    },
    planned: work.planned,
    sales: work.sales,
    interactionsBetween: (since, until) =>
      work.interactions.between(since, until),
    postponed: () => work.interactions.postponed(),
    get ahead() {
      return fedNames.some((c) => homes[c].table.newest.ahead);
    },
    get locale() {
      return orders.lastLocale;
    },
    get latest() {
      return byCollection((c) => homes[c].table.newest.latest);
    },
    get sizes() {
      return byCollection(
        (c) => homes[c].table.count + unreadable[c].size + missing[c],
      );
    },
    get isFresh() {
      return isFresh;
    },
    set isFresh(value) {
      isFresh = value;
    },
    accept(c, more) {
      missing[c] += more;
    },
    loadIndex(packed, since) {
      index.load(packed["words"] as Packed);
      for (const { c, rows } of since)
        if (c === "contacts")
          for (const { id, value } of rows) putWords(table.ids.add(id), value);
      listing.forget();
    },
    pack() {
      const locale = orders.lastLocale;
      const rows = orders.byName(locale);
      const packed = work.pack();
      while (doubles.keySome());
      return {
        contacts: { ...table.pack(), order: { locale, rows } },
        index: { words: index.pack(), keys: keys.pack() },
        work: {
          ...packed,
          unreadable: byCollection((c) => [...unreadable[c]]),
          missing: { ...missing },
          isFresh,
        },
      };
    },
  };
}

function byCollection<T>(of: (c: FedName) => T): Record<FedName, T> {
  return Object.fromEntries(fedNames.map((c) => [c, of(c)])) as Record<
    FedName,
    T
  >;
}

/** Ids, as they were stored; what was stored by an earlier version knows of none. */
function unreadableFrom(packed: unknown): Record<FedName, Set<string>> {
  const ids = packed as Partial<Record<FedName, readonly string[]>> | undefined;
  return byCollection((c) => new Set(ids?.[c] ?? []));
}
