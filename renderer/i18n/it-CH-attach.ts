import type { AttachWords } from "./attach-words.ts";

export const itCHAttach: AttachWords = {
  "attach.add": "Allegare foto o file…",
  "attach.title": "Foto e file",
  "attach.remove": "Togliere {{name}}",
  "attach.busy_one": "{{count}} file in preparazione",
  "attach.busy_other": "{{count}} file in preparazione",
  "attach.empty": "«{{name}}» è vuoto e non viene allegato.",
  "attach.tooLarge":
    "«{{name}}» supera i 25 MB e non viene allegato. Il resto rimane.",
  "attach.visitFull":
    "«{{name}}» non viene allegato: una visita contiene al massimo 50 file e 100 MB.",
  "attach.unreadable":
    "«{{name}}» non può essere letto. Provi a sceglierlo di nuovo.",
  "attach.disk":
    "«{{name}}» non è allegato: il disco non l’ha accettato. Liberi spazio e lo alleghi di nuovo.",
  "attach.standing.waiting": "In attesa di invio",
  "attach.standing.refused":
    "Rifiutato dal server; il file resta su questo dispositivo",
  "attach.previous": "Precedente",
  "attach.next": "Seguente",
  "attach.save": "Salvare con nome…",
  "attach.saved": "{{name}} è salvato",
  "attach.notSaved": "{{name}} non ha potuto essere scritto lì",
  "attach.reading": "Lettura del file",
  "attach.noLine":
    "Non ancora su questo dispositivo; arriva appena c’è una connessione.",
  "attach.notThere":
    "Il dispositivo che l’ha allegato non l’ha ancora inviato.",
  "attach.refusedTitle": "File rifiutati",
  "attach.refusedHint":
    "Il server non accetta questi file. Restano su questo dispositivo: li salvi altrove o li tolga.",
};
