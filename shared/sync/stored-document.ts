import type { Hlc } from "../core/hlc.ts";
import type { Origin } from "../core/origin.ts";
import type { CollectionName } from "../entities/registry.ts";

/** Who wrote a value: edit time, device, user, how, and the document's revision that it made. */
export interface Stamp {
  readonly h: Hlc;
  /** "" = of two devices: elements of sets added at one moment, texts with lines of both. */
  readonly d: string;
  readonly u: string;
  readonly o?: Origin;
  readonly r?: number;
  /**
   * Of a document that was given back to a restored server: who had made it, as the one says who gave it back. It lets
   * that person on, and nothing more is believed of it.
   */
  readonly author?: string;
}

export interface StoredDocument {
  readonly c: CollectionName;
  readonly id: string;
  readonly rev: number;
  readonly deleted: boolean;
  readonly v: Readonly<Record<string, unknown>>;
  readonly created: Stamp;
  /** Only for what was written after creation; elements of sets as `set/ELEMENT`. */
  readonly stamps: Readonly<Record<string, Stamp>>;
}

export interface MergeContext {
  /** Already cut to the server's own time. */
  readonly hlc: Hlc;
  readonly device: string;
  readonly user: string;
  /** Who had made what an insert gives back, as it says. */
  readonly author?: string | undefined;
  /** Whether that is a person of the company, or one who comes back; without it anybody is taken for one. */
  readonly isPersonOf?:
    ((id: string, companyId: string) => boolean) | undefined;
  /** Whether one of two contacts is absorbed by the other; without it any are taken for such. */
  readonly areOne?: ((a: unknown, b: unknown) => boolean) | undefined;
}

/** Two people changed one thing without having seen each other: the loser is kept. Path "" = the whole document. */
export interface FieldConflict {
  readonly path: string;
  readonly base: unknown;
  readonly winner: { readonly value: unknown; readonly stamp: Stamp };
  readonly loser: { readonly value: unknown; readonly stamp: Stamp };
}

export interface HistoryRow {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  /** `lost`: kept as a conflict; `discarded`: an inherited value that gave way to a typed one, no question asked. */
  readonly outcome: "set" | "lost" | "discarded";
  readonly stamp: Stamp;
}

export type MergeOutcome =
  | {
      readonly ok: true;
      readonly outcome: "ok" | "merged" | "conflict" | "same";
      readonly doc: StoredDocument;
      readonly changed: boolean;
      readonly conflicts: readonly FieldConflict[];
      readonly history: readonly HistoryRow[];
    }
  | {
      readonly ok: false;
      readonly code:
        "not_found" | "id_collision" | "invalid_field" | "immutable" | "erased";
      readonly message: string;
    };

/** A merge under way: the document so far and what happened to it. Never leaves this folder. */
export interface Progress {
  doc: StoredDocument;
  changed: boolean;
  /** Lines of two people stand in one text. */
  joined: boolean;
  readonly conflicts: FieldConflict[];
  readonly history: HistoryRow[];
}
