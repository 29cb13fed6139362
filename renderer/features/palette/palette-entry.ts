import { fold } from "../../../shared/core/fold.ts";
import type {
  MarkedText,
  SearchAnswer,
  SearchKind,
} from "../../local-store/store.ts";

/** Something that can be run from the box; `shortcut` as people read it. */
export interface PaletteCommand {
  readonly id: string;
  readonly text: string;
  readonly shortcut?: string;
  /** Why it cannot be run now. */
  readonly off?: string;
  run(): void;
}

/** One line of the box. `open`: what Enter does. */
export interface PaletteEntry {
  readonly id: string;
  readonly title: MarkedText;
  /** What it is, or why it was found. */
  readonly second?: {
    readonly label: string;
    readonly value: MarkedText | null;
  };
  readonly shortcut?: string;
  /** The box stays: it shows something else, or there is nothing to do. */
  readonly stays?: true;
  readonly off?: true;
  open(): void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** What the first letter of a text narrows the box to. */
export type PaletteScope = "all" | "commands" | "persons" | "views";

const SCOPES: Readonly<Record<string, PaletteScope>> = {
  ">": "commands",
  "@": "persons",
  "#": "views",
};

export function scopeOf(typed: string): {
  readonly scope: PaletteScope;
  readonly text: string;
} {
  const start = typed.trimStart();
  const scope = SCOPES[start.charAt(0)];
  return scope
    ? { scope, text: start.slice(1).trim() }
    : { scope: "all", text: typed.trim() };
}

/** Commands of which each word that was typed begins a word; in their order. */
export function matchingCommands(
  commands: readonly PaletteCommand[],
  text: string,
): readonly PaletteCommand[] {
  return commands.filter((command) => beginsWords(text, command.text));
}

/** Fewer letters begin too many names. */
const SHORTEST = 3;

/** The first entry of a list that a text means by the beginnings of its words; null = none. */
export function namedBy<T extends { readonly text: string }>(
  typed: string,
  entries: readonly T[],
): T | null {
  if (typed.trim().length < SHORTEST) return null;
  return entries.find(({ text }) => beginsWords(typed, text)) ?? null;
}

function beginsWords(typed: string, text: string): boolean {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

export function unmarked(text: string): MarkedText {
  return { text, ranges: [] };
}

/** Groups of an answer that a scope lets through, or the one that somebody wants to see all of. */
export function groupsIn(
  answer: SearchAnswer | null,
  scope: PaletteScope,
  only: SearchKind | null = null,
): SearchAnswer["groups"] {
  if (!answer || scope === "commands" || scope === "views") return [];
  const kinds: readonly SearchKind[] | null =
    scope === "persons" ? ["persons"] : only && [only];
  return answer.groups.filter(({ kind }) => !kinds || kinds.includes(kind));
}
