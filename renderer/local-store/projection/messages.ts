import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { PlannedTask } from "../../../shared/domain/due-tasks.ts";
import type { RecordedInteraction } from "../../../shared/domain/written-up.ts";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type {
  DueQuestion,
  ListFilter,
  ListQuery,
  WeekQuestion,
} from "../store.ts";
import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type { SlimContact } from "./slim-contact.ts";
import type { OwnValue, StoredValue } from "./versions.ts";

/** From the store worker: what RxDB holds. `contact` null = deleted. */
export interface StoredRow {
  readonly id: string;
  /** RxDB's write time: an older version never replaces a newer one, whichever arrives first. */
  readonly lwt: number;
  /** Newest own journal entry inside it. */
  readonly applied: number;
  readonly contact: SlimContact | null;
}

/** From the page: saved in the journal, not yet in RxDB. `d` is its entry. */
export interface OwnRow {
  readonly id: string;
  readonly d: number;
  readonly contact: SlimContact | null;
}

export type FeedMessage =
  | { readonly kind: "stored"; readonly rows: readonly StoredRow[] }
  /** All contacts that were there at the start have been sent. */
  | { readonly kind: "complete" }
  | {
      readonly kind: "tasks";
      readonly rows: readonly StoredValue<PlannedTask>[];
    }
  /** So have all tasks. */
  | { readonly kind: "tasks-complete" }
  | {
      readonly kind: "interactions";
      readonly rows: readonly StoredValue<RecordedInteraction>[];
    }
  /** All interactions of that day and later have been sent. */
  | { readonly kind: "interactions-complete"; readonly since: CalendarDay }
  | { readonly kind: "failed"; readonly reason: string };

/** To the store worker: interactions are sent from the first time on that somebody wants them, and no older ones. */
export type FeedRequest = {
  readonly kind: "interactions-since";
  readonly since: CalendarDay;
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
  | { readonly ask: "known"; readonly lookups: Lookups }
  | { readonly ask: "indexOf"; readonly query: ListQuery; readonly id: string }
  | { readonly ask: "due"; readonly question: DueQuestion }
  | { readonly ask: "week"; readonly question: WeekQuestion };

export type ToProjection =
  | { readonly kind: "feed"; readonly port: MessagePort }
  | {
      readonly kind: "own";
      readonly rows: readonly OwnRow[];
      readonly tasks: readonly OwnValue<PlannedTask>[];
      readonly interactions: readonly OwnValue<RecordedInteraction>[];
    }
  | { readonly kind: "ask"; readonly n: number; readonly question: Question };

export type FromProjection =
  | { readonly kind: "answer"; readonly n: number; readonly answer: unknown }
  | { readonly kind: "refused"; readonly n: number; readonly reason: string }
  /** Contacts; `agenda-changed`: tasks or interactions. */
  | { readonly kind: "changed" }
  | { readonly kind: "agenda-changed" };
