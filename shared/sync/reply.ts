import type { CollectionName } from "../entities/registry.ts";

export interface DocumentKey {
  readonly c: CollectionName;
  readonly id: string;
}

/** What came back from the server, or why nothing did. */
export type Reply<T> =
  | { readonly kind: "answer"; readonly value: T }
  | {
      readonly kind: "refused";
      readonly http: number;
      readonly code: string;
      readonly message: string;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: "unreachable"; readonly reason: string };

export type Failure = Exclude<Reply<never>, { readonly kind: "answer" }>;
