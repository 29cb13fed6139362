import type { frCHUndo } from "./fr-CH-undo.ts";

/** Every key about Undo that a language must have. */
export type UndoWords = Readonly<Record<keyof typeof frCHUndo, string>>;
