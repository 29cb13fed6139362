type Undo = () => boolean;

let offered: Undo | null = null;

/** The notice on the screen offers to take back what it alone knows of; the return value ends that. */
export function onUndoRequest(undo: Undo): () => void {
  offered = undo;
  return () => {
    if (offered === undo) offered = null;
  };
}

/** The list of what was done on this device, as notices and keys see it. */
export interface Commands {
  /** The last one that can be taken back; null = none. */
  latest(): string | null;
  /** Whether it can (still) be taken back. */
  isDone(id: string): boolean;
  /** Takes the last one back, or the named one; false when there is none. The words about it come by themselves. */
  undo(id?: string): boolean;
  redo(): boolean;
  subscribe(listener: () => void): () => void;
}

const NONE: Commands = {
  latest: () => null,
  isDone: () => false,
  undo: () => false,
  redo: () => false,
  subscribe: () => () => {},
};

let list: Commands = NONE;

/** One list at a time; the return value ends it. */
export function provideCommands(commands: Commands): () => void {
  list = commands;
  return () => {
    if (list === commands) list = NONE;
  };
}

export function doneCommands(): Commands {
  return list;
}

/** Whether there was something to take back: else Undo is the text field's own. */
export function requestUndo(): boolean {
  return (offered?.() ?? false) || list.undo();
}

export function requestRedo(): boolean {
  return list.redo();
}
