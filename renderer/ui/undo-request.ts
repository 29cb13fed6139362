type Undo = () => boolean;

let offered: Undo | null = null;

/** The notice on the screen offers to take back what it tells of; the return value ends that. */
export function onUndoRequest(undo: Undo): () => void {
  offered = undo;
  return () => {
    if (offered === undo) offered = null;
  };
}

/** Whether there was something to take back: else Undo is the text field's own. */
export function requestUndo(): boolean {
  return offered?.() ?? false;
}
