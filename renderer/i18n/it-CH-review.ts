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
    "Cambiato di nuovo da allora: {{value}}. «Applica» tiene questo valore se non ne sceglie un altro.",
  "conflicts.why": "Perché è successo?",
  "conflicts.whyText":
    "{{field}} è stato cambiato da due parti, senza che l’una sapesse dell’altra: {{one}}; {{other}}.",
  "conflicts.whyLater": "Vale il più recente finché non sceglie.",
  "conflicts.whyRule":
    "Qui una regola prevale sull’ora: questo valore vale anche se è più vecchio.",
  "conflicts.deleted":
    "Eliminato da una parte ({{deleted}}), modificato dall’altra ({{changed}}). La modifica è conservata e anche la scheda; può eliminarla di nuovo.",
  "conflicts.keepIt": "Tieni",
  "conflicts.kept": "Conservato.",
  "diff.added": "aggiunto: ",
  "diff.removed": "tolto: ",
  "action.revert": "Valore precedente ripreso",
  "history.title": "Modifiche",
  "history.loading": "Le modifiche arrivano dal server …",
  "history.offline":
    "Non in linea: vede ciò che questo dispositivo non ha ancora inviato. Il resto arriva dal server appena torna il collegamento.",
  "history.offlineSince": "Non in linea: stato del server alle {{time}}.",
  "history.empty": "Ancora nessuna modifica.",
  "history.you": "Lei",
  "history.thisDevice": "questo dispositivo",
  "history.waiting": "in attesa di invio",
  "history.origin.typed": "digitato",
  "history.origin.inherited": "ereditato dalla ditta",
  "history.origin.imported": "importato",
  "history.origin.merged": "unito",
  "history.lost": "messo da parte da un conflitto",
  "history.discarded": "ceduto a un valore digitato",
  "history.whole.created": "Creato",
  "history.whole.deleted": "Eliminato",
  "history.whole.lost": "Non eliminato: qualcuno ci lavorava",
  "history.revert": "Ripristina",
  "history.use": "Riprendi",
  "history.reverted": "{{field}}: il valore precedente è ripreso.",
  "outbox.filter": "Filtra ciò che attende",
  "outbox.noMatch": "Nulla di simile è in attesa.",
  "outbox.waitsFor": "attende {{name}}",
  "incoming.other":
    "Cambiato da qualcun altro ({{time}}): {{value}}. Il suo testo resta; Esc mostra l’altro.",
  "incoming.own":
    "Cambiato da lei su un altro dispositivo ({{time}}): {{value}}. Il suo testo resta; Esc mostra l’altro.",
  "incoming.see": "Vedi",
  "syncPage.storage": "Spazio su disco",
  "syncPage.storageOf": "{{used}} usati, {{free}} liberi",
  "syncPage.compared": "Confrontato con il server",
  "syncPage.clock": "Orologio di questo computer",
  "syncPage.clockFast":
    "avanti di {{left}}; gli orari inviati vengono corretti",
  "syncPage.clockSlow":
    "indietro di {{left}}; gli orari inviati vengono corretti",
  "syncPage.journal": "Giornale",
  "syncPage.unsentSize": "Non ancora inviato",
  "sync.askedToWait": "Server occupato; si prosegue alle {{time}}",
  "sync.askedToWaitWaiting":
    "{{n}} in attesa; server occupato fino alle {{time}}",
};
