import type { StoredValue } from "../projection/versions.ts";
import type { AccountQuestion, CustomerQuestion } from "./erp-book.ts";
import type { SlimAccount, SlimLine } from "./slim-erp.ts";

/** A contact's industry groups; `value` null = no such contact. */
export interface Industries {
  readonly id: string;
  readonly groups: readonly string[];
}

/** From the store worker. */
export type ErpFeedMessage =
  | {
      readonly kind: "accounts";
      readonly rows: readonly StoredValue<SlimAccount>[];
    }
  | { readonly kind: "lines"; readonly rows: readonly StoredValue<SlimLine>[] }
  | {
      readonly kind: "industries";
      readonly rows: readonly StoredValue<Industries>[];
    }
  /** Everything that request `n` asked for has been sent. */
  | { readonly kind: "sent"; readonly n: number }
  | { readonly kind: "failed"; readonly n: number; readonly reason: string };

/** To the store worker: nothing is read and opened before somebody looks at it. */
export type ErpFeedRequest = { readonly n: number } & (
  | { readonly want: "accounts" }
  | { readonly want: "lines" }
  | { readonly want: "lines-of"; readonly accountId: string }
  | { readonly want: "industries"; readonly contactIds: readonly string[] }
);

export type ErpQuestion =
  | {
      readonly ask: "purchases";
      readonly accountIds: readonly string[];
      readonly year: string | null;
    }
  | {
      readonly ask: "lines";
      readonly accountIds: readonly string[];
      readonly item: string;
    }
  | { readonly ask: "similar"; readonly accountId: string }
  | { readonly ask: "items" }
  | { readonly ask: "customers"; readonly question: CustomerQuestion }
  | { readonly ask: "accounts"; readonly question: AccountQuestion };

export type ToErp =
  | { readonly kind: "feed"; readonly port: MessagePort }
  | {
      readonly kind: "ask";
      readonly n: number;
      readonly question: ErpQuestion;
    };

export type FromErp =
  | { readonly kind: "answer"; readonly n: number; readonly answer: unknown }
  | { readonly kind: "refused"; readonly n: number; readonly reason: string }
  | { readonly kind: "changed" };
