import { fold } from "../core/fold.ts";
import { postCodeLines } from "./post-code-data.ts";

export type SwissLanguage = "de" | "fr" | "it" | "rm";

/** A town or village of Switzerland or Liechtenstein under one of its post codes (LOC-3). */
export interface Locality {
  /** Four digits. */
  readonly postCode: string;
  readonly city: string;
  /** Two letters; absent in Liechtenstein. */
  readonly canton?: string;
  readonly country: "CH" | "LI";
  /** The one official language; absent where there are several (Biel/Bienne). */
  readonly language?: SwissLanguage;
}

interface Directory {
  readonly byPostCode: ReadonlyMap<string, readonly Locality[]>;
  /** Every locality with its name as the search sees it. */
  readonly byName: readonly (readonly [folded: string, locality: Locality])[];
}

const LANGUAGES: Readonly<Record<string, SwissLanguage>> = {
  d: "de",
  f: "fr",
  i: "it",
  r: "rm",
};

let read: Directory | undefined;

/** Read on first use: 4,072 lines that most windows never ask for. */
function directory(): Directory {
  read ??= readDirectory();
  return read;
}

function readDirectory(): Directory {
  const byPostCode = new Map<string, Locality[]>();
  const byName: [string, Locality][] = [];
  for (const line of postCodeLines.split("\n")) {
    const locality = toLocality(line);
    const same = byPostCode.get(locality.postCode);
    if (same) same.push(locality);
    else byPostCode.set(locality.postCode, [locality]);
    byName.push([foldCity(locality.city), locality]);
  }
  return { byPostCode, byName };
}

function toLocality(line: string): Locality {
  const canton = line.slice(4, 6);
  const language = LANGUAGES[line.slice(6, 7)];
  return {
    postCode: line.slice(0, 4),
    city: line.slice(7),
    country: canton === "--" ? "LI" : "CH",
    ...(canton === "--" ? {} : { canton }),
    ...(language ? { language } : {}),
  };
}

/** Hyphens, dots and slashes are blanks: `St-Sulpice`, `st. sulpice` and `st sulpice` are one place. */
function foldCity(city: string): string {
  return fold(city)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Every locality, in the order of the directory's file. */
export function localities(): readonly Locality[] {
  return directory().byName.map(([, locality]) => locality);
}

/** LOC-3: every locality of a post code, the main one first; none when the code is not in the directory. */
export function lookupPostCode(postCode: string): readonly Locality[] {
  return directory().byPostCode.get(postCode.trim()) ?? [];
}

/**
 * LOC-3: localities whose name starts with `text`, accents and case aside: exact names first, then by name and post
 * code, at most `limit`.
 */
export function lookupCity(text: string, limit = 20): readonly Locality[] {
  const wanted = foldCity(text);
  if (wanted === "") return [];
  return directory()
    .byName.filter(([folded]) => folded.startsWith(wanted))
    .sort(
      ([a, x], [b, y]) =>
        Number(b === wanted) - Number(a === wanted) ||
        compare(a, b) ||
        compare(x.postCode, y.postCode),
    )
    .slice(0, limit)
    .map(([, locality]) => locality);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
