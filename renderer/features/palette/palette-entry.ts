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
  const wanted = startsIn(text);
  return commands.filter((command) => beginsWords(wanted, command));
}

/** Fewer letters begin too many names. */
const SHORTEST = 3;

/** The first entry of a list that a text means by the beginnings of its words; null = none. */
export function namedBy<T extends Named>(
  typed: string,
  entries: readonly T[],
): T | null {
  if (typed.trim().length < SHORTEST) return null;
  const wanted = startsIn(typed);
  return entries.find((entry) => beginsWords(wanted, entry)) ?? null;
}

interface Named {
  readonly text: string;
}

function startsIn(typed: string): readonly string[] {
  return fold(typed).split(/\s+/).filter(Boolean);
}

function beginsWords(wanted: readonly string[], entry: Named): boolean {
  const words = wordsOf(entry);
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

/** All of them are looked through at every letter: each is taken apart once. */
const parts = new WeakMap<Named, readonly string[]>();

function wordsOf(entry: Named): readonly string[] {
  const known = parts.get(entry);
  if (known) return known;
  const words = fold(entry.text).split(/[^\p{L}\p{N}]+/u);
  parts.set(entry, words);
  return words;
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
