import { outcomeSpans } from "./sentence-outcome.ts";

/** What one does next, as people write it: the beginning of a part in French, Italian or English, the end of one in German. */

const FRENCH =
  "rappel(?:er|le)|recontacter|relancer|reessayer|retelephoner|telephoner|appeler|contacter|envoyer|renvoyer|transmettre|adresser|ecrire|repondre|faire|preparer|etablir|rediger|calculer|chiffrer|proposer|presenter|fixer|prendre (?:un )?(?:rdv|rendez-vous|contact)|(?:re)?planifier|organiser|repasser|passer|retourner|revenir|revoir|revisiter|visiter|commander|livrer|installer|controler|verifier|confirmer|demander|apporter|amener|donner|finaliser|signer|suivre|inviter|remercier|reprendre|terminer|regler|rediscuter|discuter|reparler|parler|voir|attendre|mettre|creer|ouvrir|corriger|adapter|modifier|completer|facturer|tester|montrer|remettre|reporter|deplacer|reserver|noter|mailer";
const ITALIAN_FORM =
  "(?:far |ri)?\\p{L}{2,}(?:are|ere|ire|ar(?:lo|la|li|le|gli|ci|si|glielo|gliela)|er(?:lo|la|li|le|gli|ci|si)|ir(?:lo|la|li|le|gli|ci|si))";
const ITALIAN_NOT =
  /^(?:cantiere|carattere|mestiere|genere|potere|dovere|volere|avere|essere|piacere|titolare|regolare|particolare|singolare|settore|cameriere|pompiere|bere|mare|here|there|where|were|are|fire|hire|share|prepare|care|rare|square|more|aware|software|hardware|welfare|entire|require|quere|desire|tire|wire|ire|faire|maire|vrai|affaire|salaire|notaire|partenaire|propose|livre|autre|notre|votre|lettre|mettre|etre|pierre|andere|andare|erre)$/;
const ENGLISH =
  "send|resend|ring|e-?mail|write|reply|answer|follow[- ]?up|draft|prepare|make|try|reschedule|schedule|book|arrange|set up|organi[sz]e|revisit|bring|deliver|ask|remind|chase|confirm|share|propose|finali[sz]e|revise|fix|install|provide|give|forward|calculate|contact|reach out|introduce|create|issue|renew|replace|pick up|touch base|todo|call (?:back|her|him|them|again|on|in|next|tomorrow|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|check (?:in|back|with|on|again|if|whether)|get (?:back|in touch|him|her|them|price|quote)|catch up|come back|go back|visit (?:again|next|in)|see (?:again|him|her|them) (?:again|on|next|in)|check$|phone (?:back|her|him|them|on|again)|meet again|talk again|speak again";
/** With a word before them that says so, these are to be done as well. */
const ENGLISH_LED =
  "call|phone|mail|do|check|plan|visit|drop|go|come|get|quote|offer|present|show|demo|invite|update|adapt|test|talk|speak|meet|see|discuss|review|keep|look|find|wait";
const GERMAN_NOUNS =
  "nachfass\\p{L}*|ruckruf|wiedervorlage|follow-?up|todo|pendenz|erinnerung|nachste\\p{L}* (?:schritt|besuch|termin|treffen)|neuer termin|folgetermin";

/** What leads to an action and says nothing itself. */
const LEADS =
  "(?:(?:(?:puis|ensuite|et|alors|donc|apres|a|il faut|faut|je dois|je vais|on doit|nous devons|dois|penser a|merci de|ne pas oublier de|prevoir de|lui|leur|les?|la|y|me|se|nous|todo|prochaine etape|suite|dann|danach|anschliessend|und|noch|bitte|ich muss|muss|mussen|wir mussen|sollte?|poi|dopo|e|ed|devo|dobbiamo|bisogna|da|occorre|ricordarsi di|then|and|next|i'?ll|will|we'?ll|we will|i will|i need to|need to|needs? to|must|should|have to|to|please|next step|remember to|don't forget to)(?![\\p{L}'])|m'|l'|d')[ :]*)*";

const FRENCH_START = new RegExp(
  `^${LEADS}(?:${FRENCH})(?![\\p{L}'])(?! (?:with|w/|from|tardi|trop))`,
  "u",
);
const ITALIAN_START = new RegExp(
  `^${LEADS}(${ITALIAN_FORM})(?![\\p{L}'])`,
  "u",
);
const ENGLISH_START = new RegExp(
  `^${LEADS}(?:${ENGLISH})(?![\\p{L}'])(?! (?:well|from|w/))`,
  "u",
);
const ENGLISH_LED_START = new RegExp(
  `^(?:then |and |i )*(?:i'?ll|will|we'?ll|we will|i will|need to|needs? to|must|should|have to|to|please|next step:?|remember to|don't forget to|todo:?) (?:${ENGLISH_LED})(?![\\p{L}'])`,
  "u",
);
const TO_DO = new RegExp(
  `(?:^|\\s)(?:a (?:${FRENCH}|\\p{L}{3,}(?:er|ir|dre|tre|ire))|da (?:${ITALIAN_FORM})|zu (?!erreichen)\\p{L}{3,}en|to (?:${ENGLISH})|to be \\p{L}+ed)$`,
  "u",
);
const GERMAN_START = new RegExp(`^${LEADS}(?:${GERMAN_NOUNS})(?!\\p{L})`, "u");

const URGENT =
  /(?:^|\s)(?:asap|urgent|au plus vite|des que possible|dringend|sofort|so rasch wie moglich|schnellstmoglich|subito|al piu presto|as soon as possible)$/;

/** Verbs of a story: what they say is told, not to be done. */
const FINITE =
  /(?:^|\s)(?:ist|isch|sind|war|waren|hat|haben|het|hatte|hatten|hand|will|wollen|wollte|mochte|mochten|wird|werden|wurde|wurden|kann|konnen|konnte|darf|findet|braucht|kommt|geht|zu|ohne|um)\s/;
const PARTICIPLE =
  /^(?:an|da|hier|liegen|ab|auf|aus|bei|ein|mit|nach|vor|vorbei|zuruck|zu|her|hin|dabei|durch|um|weg|los|fest|statt|teil)?ge(?!ben$|nehmigen$|winnen$|hen$|niessen$|stalten$)\p{L}+en$/u;
const NO_INFINITIVE =
  /^(?:besprochen|hinterlassen|verlassen|entlassen|erhalten|bekommen|entschieden|vergessen|unterschrieben|verloren|verschoben|begonnen|verstanden|abgeschlossen|vorhanden|zufrieden|unzufrieden|drinnen|draussen|oben|unten|neben|morgen|ubermorgen|wochen|stunden|minuten|tagen|monaten|offen|eben|allen|beiden|kunden|herren|personen|firmen|leuten|unterlagen|maschinen|ferien|proben|namen|essen|garten|wegen|gegen|zwischen|bestehen|betroffen|erschienen|empfohlen|versprochen|zahlen|preisen|fragen|when|then|often|open|even|seven|eleven|men|been|seen|taken|given|frozen|happen|broken|listen|garden|golden|hidden|keen|green|screen|between|children|women|kitchen|chicken|token|written|chosen|driven|bien|rien|combien|moyen|examen|ancien|lien|entretien|soutien|maintien|gardien|technicien)$/;
const NOT_AT_ALL =
  /^(?:rien|nothing|nichts|niente|nessun\p{L}*|kein\p{L}*|pas (?:de|d'|eu|pu|encore)|aucun\p{L}*|no|none|ohne|sans|senza|without)(?!\p{L})/u;

/** Whether the words of a part, folded and without their day, say what is to be done. */
export function isAction(text: string): boolean {
  const plain = text.trim();
  if (plain === "" || NOT_AT_ALL.test(plain)) return false;
  return saysToDo(plain) || endsAsGerman(plain);
}

/** The same without the German infinitive, which many a name looks like. */
export function saysToDo(plain: string): boolean {
  if (FRENCH_START.test(plain) || ENGLISH_START.test(plain)) return true;
  if (ENGLISH_LED_START.test(plain) || GERMAN_START.test(plain)) return true;
  if (TO_DO.test(plain) || URGENT.test(plain)) return true;
  const italian = ITALIAN_START.exec(plain)?.[1];
  return italian !== undefined && !ITALIAN_NOT.test(italian);
}

function endsAsGerman(plain: string): boolean {
  const words = plain.split(" ");
  const last = words.at(-1) ?? "";
  if (!/(?:en|ern|eln|tun)$/.test(last) || last.length < 4) return false;
  if (outcomeSpans(plain).some(({ to }) => to === plain.length)) return false;
  if (NO_INFINITIVE.test(last) || PARTICIPLE.test(last)) return false;
  return !FINITE.test(` ${plain}`);
}

/** Such a word in the middle of words without a sign begins what is to be done, if nothing before it forbids that. */
const STRONG =
  /^(?:rappeler|relancer|recontacter|reessayer|repasser|envoyer|nachfassen|zuruckrufen|nachfass\p{L}*|ruckruf|richiamare|ricontattare|risentir\p{L}+|riprovare|ripassare|inviare|mandare|send|follow|ring|reschedule)$/u;
const FORBIDS =
  /^(?:de|d'|pour|a|ad|di|per|vuole|veut|will|to|zu|um|dois|muss|must|should|please|je|lui|le|la|les|i'll|we'll|they'll|she'll|he'll|da|would|can|could|did|didn't|not|pas|non|nicht)$/;

export function beginsAction(word: string, before: string): boolean {
  return STRONG.test(word) && !FORBIDS.test(before);
}

/** With a day of the week behind them these are still to come. */
export const PLANNED =
  /(?:^|\s)(?:offres?|devis|demo|demonstration|rdv|rendez-vous|seance|visite|livraison|essai|prochain\p{L}*|offerte|angebot|termin|besuch|vorfuhrung|lieferung|demo|sitzung|nachste\p{L}*|offerta|preventivo|appuntamento|incontro|riunione|consegna|prossim\p{L}*|dimostrazione|quote|quotation|proposal|offer|meeting|appointment|visit|delivery|trial|next)(?!\p{L})/u;
