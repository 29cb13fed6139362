import type { UpdatesWords } from "./updates-words.ts";

export const itCHUpdates: UpdatesWords = {
  "updates.title": "Aggiornamenti",
  "updates.state": "Nuova versione",
  "updates.mayHelp":
    "Forse una nuova versione risolve il problema. Sostituisce il programma; i Suoi dati restano come sono.",
  "updates.check": "Cerca ora",
  "updates.checking": "Ricerca in corso…",
  "updates.loading": "Download di Carnet {{version}}: {{percent}} %",
  "updates.installing": "Installazione di Carnet {{version}}…",
  "updates.notLooked": "Non ancora cercato dall’avvio.",
  "updates.newest": "Ha la versione più recente ({{at}}).",
  "updates.off.unsupported":
    "Questa copia non si sostituisce da sola: prenda la nuova versione là da dove viene.",
  "updates.off.no-address":
    "Nessun indirizzo è indicato: non viene contattato nulla.",
  "updates.failed.unreachable":
    "Il server degli aggiornamenti non ha dato una risposta utilizzabile. Nulla è cambiato.",
  "updates.failed.foreign-feed":
    "L’annuncio della nuova versione non viene dall’editore di Carnet. Rifiutato; nulla è cambiato.",
  "updates.failed.changed-package":
    "La nuova versione è stata modificata lungo il percorso. Rifiutato; nulla è cambiato.",
  "updates.failed.not-installed":
    "Il sistema non ha installato la nuova versione: questa è ancora la vecchia. I Suoi dati sono invariati.",
  "updates.failed.disk-full":
    "Il disco è pieno: la nuova versione non ha trovato posto. Liberi spazio e cerchi di nuovo.",
  "updates.failed.disk":
    "Non è stato possibile scrivere la nuova versione sul disco.",
  "updates.readyText": "Carnet {{version}} è pronto.",
  "updates.replacedText": "Carnet è ora alla versione {{version}}.",
  "updates.whatsNew": "Novità",
  "updates.newIn": "Novità di Carnet {{version}}",
  "updates.restart": "Riavvia e aggiorna",
  "updates.later": "Più tardi",
  "updates.seen": "Capito",
  "updates.refused.no-snapshot":
    "Non è stato possibile fare una copia di sicurezza: nulla è stato installato. Riprovi, o riavvii prima Carnet.",
  "updates.refused.disk-full":
    "Il disco è pieno: nulla è stato installato. Liberi spazio e riprovi.",
  "updates.refused.not-ready":
    "La nuova versione non è più pronta. Cerchi di nuovo.",
  "updates.address": "Indirizzo degli aggiornamenti",
  "updates.addressHint":
    "Cartella https di un server di file. Vuoto: quella indicata dal pacchetto. Conta solo ciò che l’editore ha firmato.",
  "updates.addressBad":
    "Da questo indirizzo non si prende nulla: serve una cartella con https://.",
  "updates.byItself": "Cerca automaticamente",
  "updates.byItselfHint":
    "Scarica in sottofondo; nulla viene installato senza di Lei.",
};
