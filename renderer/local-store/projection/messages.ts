import type { ListQuery } from "../store.ts";
import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type { SlimContact } from "./slim-contact.ts";

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
  /** Everything that was there at the start has been sent. */
  | { readonly kind: "complete" }
  | { readonly kind: "failed"; readonly reason: string };

export type Question =
  | {
      readonly ask: "query";
      readonly query: ListQuery;
      readonly from: number;
      readonly to: number;
    }
  | { readonly ask: "counts"; readonly text?: string }
  | { readonly ask: "peopleOf"; readonly companyId: string }
  | { readonly ask: "known"; readonly lookups: Lookups }
  | { readonly ask: "indexOf"; readonly query: ListQuery; readonly id: string };

export type ToProjection =
  | { readonly kind: "feed"; readonly port: MessagePort }
  | { readonly kind: "own"; readonly rows: readonly OwnRow[] }
  | { readonly kind: "ask"; readonly n: number; readonly question: Question };

export type FromProjection =
  | { readonly kind: "answer"; readonly n: number; readonly answer: unknown }
  | { readonly kind: "refused"; readonly n: number; readonly reason: string }
  | { readonly kind: "changed" };
