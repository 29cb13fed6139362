import type { Change } from "../../shared/domain/change.ts";
import type { Kept } from "../../shared/sync/reverse.ts";
import type { Save, SaveResult } from "./store.ts";
import type { Command } from "./undo-record.ts";

export interface UndoState {
  /** What Undo and Redo would take next; null = nothing. */
  readonly undo: Command | null;
  readonly redo: Command | null;
  /** A command is being taken back or done again. */
  readonly running: {
    readonly command: Command;
    readonly done: number;
    readonly of: number;
  } | null;
}

export interface UndoOutcome {
  readonly command: Command;
  /** What it is now. */
  readonly state: Command["state"];
  /** `incomplete`: not all that it has done is on record; it is left alone, and the next Undo takes what was before it. */
  readonly status: "done" | "failed" | "canceled" | "incomplete";
  /** What stayed, because it was changed or used since. */
  readonly kept: readonly (Kept & { readonly name: string })[];
}

/** Several saves that one Undo takes back. */
export interface CommandSteps {
  save(changes: readonly Change[]): Promise<SaveResult>;
  /** Once, whatever happened: gives the command, null when nothing was saved. */
  end(): Promise<Command | null>;
}

/** The one list of what was done on this device; it outlasts a restart (ux.md §4 Undo). */
export interface UndoLog {
  /** As `Save`, and on the list. */
  readonly save: Save;
  /** A command of many changes, saved in portions of any size. `name`: what it is about, for the menu. */
  begin(label: string, name?: string): CommandSteps;
  state(): UndoState;
  subscribe(listener: () => void): () => void;
  /** Oldest first. */
  commands(): readonly Command[];
  /** The last one that can be taken back, or the named one; null = there is none. */
  undo(id?: string): Promise<UndoOutcome | null>;
  redo(): Promise<UndoOutcome | null>;
  /** A portion that is being written is finished, the rest stays as it is. */
  cancel(): void;
}
