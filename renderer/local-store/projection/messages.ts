import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { Reading } from "../../../shared/domain/typed-visit.ts";
import type { DuplicateSetUp } from "../../../shared/domain/duplicate-set-up.ts";
import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type {
  Building,
  DiaryQuestion,
  DueQuestion,
  HappenedQuestion,
  ListFilter,
  ListQuery,
  PeopleQuestion,
  PostponedQuestion,
  SalesQuestion,
  SearchGroup,
  WeekQuestion,
} from "../store.ts";
import type { NewDocument } from "../new-document.ts";
import type { SlimContact } from "./slim-contact.ts";
import type {
  SlimDocument,
  SlimInteraction,
  SlimOpportunity,
  SlimTask,
  WorkName,
} from "./slim-work.ts";
import type { OwnValue, StoredValue } from "./versions.ts";
import type { WorkFound } from "./work-search.ts";

/** What the projection keeps of each collection that it knows. */
export interface Slim {
  readonly contacts: SlimContact;
  readonly interactions: SlimInteraction;
  readonly tasks: SlimTask;
  readonly opportunities: SlimOpportunity;
  readonly purchases: SlimDocument;
}
export type FedName = keyof Slim;

/** Contacts come first: the list is what people wait for. */
export const fedNames = [
  "contacts",
  "tasks",
  "opportunities",
  "interactions",
  "purchases",
] as const satisfies readonly FedName[];

export function isFed(name: string): name is FedName {
  return (fedNames as readonly string[]).includes(name);
}

/** Documents of one collection. */
type Of<W extends "stored" | "own"> = {
  readonly [C in FedName]: {
    readonly c: C;
    readonly rows: readonly (W extends "stored"
      ? StoredValue<Slim[C]>
      : OwnValue<Slim[C]>)[];
  };
}[FedName];
export type StoredRows = Of<"stored">;
export type OwnRows = Of<"own">;

export type FeedMessage =
  | ({ readonly kind: "stored" } & StoredRows)
  /** Written past RxDB, as they came to the store: taken apart by whoever keeps them. */
  | {
      readonly kind: "inserted";
      readonly c: FedName;
      readonly documents: readonly NewDocument[];
      readonly lwt: number;
    }
  /** Everything of a collection that was asked for at the start has been sent. */
  | { readonly kind: "complete"; readonly c: FedName }
  /** How many living documents of a collection are stored. */
  | { readonly kind: "counted"; readonly c: FedName; readonly count: number }
  /** All interactions of that day and later have been sent. */
  | { readonly kind: "interactions-complete"; readonly since: CalendarDay }
  /** See `newest-interactions`: every one of theirs of a later day has been sent. Null = every one. */
  | {
      readonly kind: "newest-complete";
      readonly n: number;
      readonly after: CalendarDay | null;
    }
  /** How often each class of contacts is visited: code and date formula. */
  | {
      readonly kind: "cadences";
      readonly cadences: readonly (readonly [string, string])[];
    }
  | { readonly kind: "failed"; readonly reason: string };

/** By collection: what was written after that time is wanted. */
export type Since = Readonly<Record<FedName, number>>;

/** To the store worker. */
export type FeedRequest =
  /** Null = everything that is stored. */
  | { readonly kind: "start"; readonly since: Since | null }
  | { readonly kind: "count"; readonly c: FedName }
  /** The interactions from that day on before all others. */
  | { readonly kind: "interactions-since"; readonly since: CalendarDay }
  /** So many of the newest interactions of these contacts together before all others. */
  | {
      readonly kind: "newest-interactions";
      readonly n: number;
      readonly contactIds: readonly string[];
      readonly limit: number;
    };

export type Question =
  | {
      readonly ask: "query";
      readonly query: ListQuery;
      readonly from: number;
      readonly to: number;
    }
  | { readonly ask: "counts"; readonly of: ListFilter }
  | { readonly ask: "countsOf"; readonly filters: readonly ListFilter[] }
  | { readonly ask: "ids"; readonly query: ListQuery }
  | {
      readonly ask: "facets";
      readonly of: ListFilter;
      readonly column: ContactColumn;
    }
  | { readonly ask: "rows"; readonly ids: readonly string[] }
  | { readonly ask: "peopleOf"; readonly companyId: string }
  | { readonly ask: "people"; readonly question: PeopleQuestion }
  | { readonly ask: "happened"; readonly question: HappenedQuestion }
  | { readonly ask: "attended"; readonly contactId: string }
  | { readonly ask: "known"; readonly lookups: Lookups }
  | { readonly ask: "indexOf"; readonly query: ListQuery; readonly id: string }
  | {
      readonly ask: "doubles";
      readonly of: SlimContact;
      readonly setUp: DuplicateSetUp;
      readonly limit: number;
    }
  | {
      readonly ask: "sentence";
      readonly text: string;
      readonly reading: Reading;
      readonly salesperson: string;
    }
  | { readonly ask: "absorbedBy"; readonly id: string }
  | { readonly ask: "standingFor"; readonly id: string }
  | { readonly ask: "separatePairs" }
  | { readonly ask: "due"; readonly question: DueQuestion }
  | { readonly ask: "week"; readonly question: WeekQuestion }
  | { readonly ask: "diary"; readonly question: DiaryQuestion }
  | { readonly ask: "sales"; readonly question: SalesQuestion }
  | { readonly ask: "postponed"; readonly question: PostponedQuestion };

/** What a search has found so far; `work` comes last. */
export interface Found {
  readonly contacts: readonly SearchGroup[];
  readonly work: Readonly<Record<WorkName, WorkFound>> | null;
}

export type ToProjection =
  /** What is stored can be read; comes before the feed is asked for anything. */
  | {
      readonly kind: "configure";
      /** 32 bytes; null in a build without sealing. */
      readonly key: Uint8Array<ArrayBuffer> | null;
      /** It takes another one's place: what it finds was stored since the app was started. */
      readonly renewed?: true;
    }
  | { readonly kind: "feed"; readonly port: MessagePort }
  | { readonly kind: "own"; readonly changes: readonly OwnRows[] }
  | { readonly kind: "ask"; readonly n: number; readonly question: Question }
  /** Answered when it has ended or was stopped. */
  | {
      readonly kind: "scan";
      readonly n: number;
      readonly setUp: DuplicateSetUp;
    }
  | { readonly kind: "stop-scan"; readonly n: number }
  /** Ends the search before it; without text that is all. */
  | {
      readonly kind: "search";
      readonly n: number;
      readonly text: string;
      readonly limit: number;
    };

export type FromProjection =
  | { readonly kind: "answer"; readonly n: number; readonly answer: unknown }
  | { readonly kind: "refused"; readonly n: number; readonly reason: string }
  | { readonly kind: "found"; readonly n: number; readonly found: Found }
  /** From 0 to 1. */
  | { readonly kind: "scanning"; readonly n: number; readonly share: number }
  /** Contacts; `agenda-changed`: what was done and is planned. */
  | { readonly kind: "changed" }
  | { readonly kind: "agenda-changed" }
  /** Being built from the store: how many documents have been read, and of how many. Null = no longer. */
  | { readonly kind: "building"; readonly progress: Building | null }
  /** Everything can be asked. */
  | { readonly kind: "ready" }
  /** It was built or is wrong, and has to make room for a new one, which finds what was stored or builds anew. */
  | { readonly kind: "renew" };
