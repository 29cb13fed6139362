import type { ReviewWords } from "./review-words.ts";

export const itCHReview: ReviewWords = {
  "conflicts.title_one": "{{count}} conflitto da decidere",
  "conflicts.title_other": "{{count}} conflitti da decidere",
  "conflicts.hint":
    "La stessa cosa è stata cambiata in due posti; entrambi i valori restano. 1 il mio, 2 il loro, E un altro, Invio applica e passa al prossimo.",
  "conflicts.all.mine": "Il mio per tutti",
  "conflicts.all.theirs": "Il loro per tutti",
  "conflicts.settled_one": "{{count}} conflitto deciso.",
  "conflicts.settled_other": "{{count}} conflitti decisi.",
  "conflicts.settledOne": "Deciso: {{field}}.",
  "conflicts.before": "Prima",
  "conflicts.mine": "Il mio",
  "conflicts.theirs": "Il loro",
  "conflicts.inForce": "in vigore",
  "conflicts.otherValue": "Altro valore",
  "conflicts.apply": "Applica",
  "conflicts.enter": "Invio",
  "conflicts.since":
    "Cambiato di nuovo da allora: {{value}}. Applica tiene questo valore se non ne sceglie un altro.",
  "conflicts.why": "Perché è successo?",
  "conflicts.whyText":
    "{{field}} è stato cambiato da due parti senza vedersi: {{one}}; {{other}}.",
  "conflicts.whyLater": "Vale la più recente finché non sceglie.",
  "conflicts.whyRule":
    "Qui una regola viene prima dell’ora: questo valore vale anche se è più vecchio.",
  "conflicts.deleted":
    "Eliminato da una parte ({{deleted}}), modificato dall’altra ({{changed}}). La modifica resta e la scheda anche; può eliminarla di nuovo.",
  "conflicts.keepIt": "Tieni",
  "conflicts.kept": "Tenuto.",
  "diff.added": "aggiunto: ",
  "diff.removed": "tolto: ",
};
