import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Durability } from "./insert-new.ts";
import type { NewDocument } from "./new-document.ts";

/** The page's own messages to the store worker; all others are RxDB's. */
export type ToStoreWorker =
  | {
      readonly kind: "configure";
      /** 32 bytes; not used in a build without sealing. */
      readonly key: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: "projection"; readonly port: MessagePort }
  | { readonly kind: "erp"; readonly port: MessagePort };

export function isOwnMessage(message: object): message is ToStoreWorker {
  return "kind" in message;
}

/** Asked through RxDB's custom request. */
export type StoreRequest =
  /** Answers a `StoreCheck`. */
  | { readonly kind: "check" }
  /** See `marksFrom`. Answers `StoredMarks`. */
  | {
      readonly kind: "marks-from";
      readonly c: CollectionName;
      readonly from: string;
      readonly limit: number;
    }
  /** See `readLiving`. Answers documents. */
  | {
      readonly kind: "page";
      readonly c: CollectionName;
      readonly after: string;
      readonly limit: number;
    }
  /** See `countLiving`. Answers one number. */
  | { readonly kind: "count"; readonly c: CollectionName }
  /** See `Inserter`. Answers nothing of use. */
  | {
      readonly kind: "seal-new";
      readonly ticket: number;
      readonly documents: readonly NewDocument[];
      readonly packed: boolean;
    }
  /** Answers the ids that are there already. */
  | {
      readonly kind: "insert-new";
      readonly ticket: number;
      readonly c: CollectionName;
      readonly lwt: number;
      readonly durability: Durability;
    }
  /** Answers nothing of use. */
  | { readonly kind: "drop-new"; readonly ticket: number }
  /** See `SealedInstance`. Answers documents. */
  | {
      readonly kind: "make-ready";
      readonly c: CollectionName;
      readonly ids: readonly string[];
    }
  /** See `writeBarrier`. Answers nothing of use. */
  | { readonly kind: "barrier"; readonly c: CollectionName };

/** What the store worker tells the page without being asked; all else are RxDB's answers. */
export interface FromStoreWorker {
  /** Records that cannot be read have been met; they are told of once. */
  readonly kind: "unreadable";
}

export function isOwnAnswer(message: object): message is FromStoreWorker {
  return "kind" in message;
}
