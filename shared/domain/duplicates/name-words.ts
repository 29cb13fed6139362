import { fold } from "../../core/fold.ts";
import { soundOf } from "./sound.ts";

/** One word of a name, in the forms that it is compared in. */
export interface NameWord {
  readonly text: string;
  readonly sound: string;
}

/** A name without what is no part of it. */
export interface NameWords {
  readonly words: readonly NameWord[];
  /** Its words in one order, and run together: `techno plus` is `technoplus`. */
  readonly sorted: string;
  readonly joined: string;
  /** A company's legal form, in one word for all languages; of a person what tells a father from a son. */
  readonly mark: string;
}

const SPELT_OUT = /([aou])e/g;
const TITLES = new Set(
  "herr frau monsieur madame signor signora mr mrs ms m mme mlle dr prof me maitre avv ing dipl lic med".split(
    " ",
  ),
);
/** Legal forms as they are written after folding, dots gone; AG is SA, GmbH is Sarl and Sagl. */
const FORMS: Readonly<Record<string, string>> = {
  ...{ ag: "ag", sa: "ag", spa: "ag", ltd: "ag", inc: "ag", plc: "ag" },
  ...{ gmbh: "gmbh", sarl: "gmbh", sagl: "gmbh", srl: "gmbh", llc: "gmbh" },
  ...{ kg: "kg", scm: "kg", snc: "kg", ohg: "kg", sas: "kg" },
  ...{ genossenschaft: "coop", cooperative: "coop", cooperativa: "coop" },
};
const JOINTS = new Set(
  "und et e and co cie de du des la le les der die das di del della von vom d l the zu zum zur".split(
    " ",
  ),
);
/** Between a person's names; single letters are initials there. */
const PARTICLES = new Set(
  "de du des la le di da del della von van vom der den zu zum zur".split(" "),
);
const ALIKE: Readonly<Record<string, string>> = {
  ...{ st: "saint", ste: "saint", sainte: "saint", sankt: "saint" },
  ...{ san: "saint", santa: "saint", sant: "saint" },
  ...{ sohne: "fils", sohn: "fils", figli: "fils", son: "fils", sons: "fils" },
  ...{ gebruder: "freres", gebr: "freres", fratelli: "freres" },
  ...{ flli: "freres", brothers: "freres" },
};
const GENERATION: Readonly<Record<string, string>> = {
  ...{ jun: "junior", jr: "junior", junior: "junior", fils: "junior" },
  ...{ sen: "senior", sr: "senior", senior: "senior", pere: "senior" },
};

/** The words of a text, folded, umlauts without their e; `S.A.` is one word, and so is `d'Agostino`. */
export function plainWords(text: string): readonly string[] {
  return fold(text)
    .replace(/\b(\p{L})\.(?:\s?(\p{L})\.)+/gu, (run) =>
      run.replace(/[\s.]/g, ""),
    )
    .replace(/['’]/g, "")
    .replace(SPELT_OUT, "$1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

export function personWords(name: string): NameWords {
  let mark = "";
  const kept = plainWords(name).filter((word, i) => {
    const generation = i > 0 ? GENERATION[word] : undefined;
    if (generation !== undefined) mark = generation;
    return generation === undefined && !TITLES.has(word);
  });
  return wordsOf(
    kept.filter((word) => !PARTICLES.has(word)),
    mark,
  );
}

export function companyWords(name: string): NameWords {
  let mark = "";
  const kept = plainWords(name).filter((word) => {
    const form = FORMS[word];
    if (form !== undefined) mark = form;
    return form === undefined && !JOINTS.has(word);
  });
  return wordsOf(kept, mark);
}

function wordsOf(kept: readonly string[], mark: string): NameWords {
  const texts = kept.map((word) => ALIKE[word] ?? word);
  return {
    words: texts.map((text) => ({ text, sound: soundOf(text) })),
    sorted: texts.toSorted().join(" "),
    joined: texts.join(""),
    mark,
  };
}

/** A street with its number in one form: `Bahnhofstr. 12`, `Rte de la Gare 12`; empty = no street. */
export function streetKey(address: string): string {
  const words = plainWords(address).flatMap((word) => {
    if (JOINTS.has(word)) return [];
    const short = STREETS[word];
    return short ?? word.replace(/(?:strasse|str|strase)$/, "str");
  });
  return words.length < 2 ? words.join("") : words.join(" ");
}

const STREETS: Readonly<Record<string, string>> = {
  ...{ route: "rte", rte: "rte", rue: "r", r: "r", chemin: "ch", ch: "ch" },
  ...{ avenue: "av", av: "av", ave: "av", boulevard: "bd", bd: "bd" },
  ...{ place: "pl", pl: "pl", platz: "pl", piazza: "pl", p: "pl", via: "v" },
};
