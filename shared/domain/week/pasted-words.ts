import { fold } from "../../core/fold.ts";
import type { Outcome } from "../typed-visit.ts";

/** What a column of a pasted table holds. */
export type PastedColumn =
  | "when"
  | "time"
  | "who"
  | "person"
  | "outcome"
  | "note"
  | "nextStep"
  | "minutes"
  | "kind";

/** Headings as people write them in French, German, Italian and English, folded. */
const HEADINGS: Readonly<Record<PastedColumn, string>> = {
  when: "date|jour|quand|datum|tag|wann|data|giorno|quando|day|when",
  time: "heure|zeit|uhrzeit|ora|time",
  who: "qui|client|contact|societe|entreprise|nom|wer|kunde|kontakt|firma|name|chi|cliente|contatto|azienda|ditta|nome|who|customer|company",
  person:
    "avec|personne|interlocuteur|mit|person|ansprechpartner|con|persona|with",
  outcome:
    "evaluation|resultat de la visite|issue|bewertung|einschatzung|valutazione|esito|outcome|rating",
  note: "resultat|note|notes|remarque|remarques|commentaire|compte rendu|ergebnis|notiz|notizen|bemerkung|bemerkungen|risultato|nota|osservazioni|result|comment|comments|remarks",
  nextStep:
    "prochaine etape|suite|a faire|nachster schritt|wie weiter|pendenz|prossimo passo|da fare|next step|follow-up|followup|todo",
  minutes: "min|minutes|duree|dauer|minuten|durata|minuti|duration",
  kind: "genre|type|art|typ|genere|tipo|kind",
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  veryPositive: "tres positif|sehr positiv|molto positivo|very positive|++",
  positive: "positif|positiv|positivo|positive|bien|gut|bene|good|+",
  neutral: "neutre|neutral|neutro|0",
  negative: "negatif|negativ|negativo|negative|-",
  veryNegative: "tres negatif|sehr negativ|molto negativo|very negative|--",
  notReached:
    "pas joint|absent|absente|nicht erreicht|abwesend|non raggiunto|assente|not reached|no answer",
};

/** The column that a heading names, `Durée (min)` too. */
export function columnNamed(heading: string): PastedColumn | null {
  const whole = fold(heading).trim();
  const bare = whole.replace(/\s*[(:].*$/, "");
  return keyOf(HEADINGS, whole) ?? keyOf(HEADINGS, bare);
}

export function outcomeNamed(text: string): Outcome | null {
  return keyOf(OUTCOMES, fold(text).trim());
}

function keyOf<K extends string>(
  words: Readonly<Record<K, string>>,
  word: string,
): K | null {
  const keys = Object.keys(words) as K[];
  return keys.find((key) => words[key].split("|").includes(word)) ?? null;
}
