import type { RecoveryWords } from "./recovery-words.ts";

export const itCHRecovery: RecoveryWords = {
  "recovery.damagedTitle":
    "La copia locale su questo dispositivo è danneggiata",
  "recovery.damagedText":
    "Il disco non restituisce ciò che Carnet vi ha salvato. Nulla è stato cancellato.",
  "recovery.safeNone":
    "Tutto ciò che è stato salvato qui è arrivato al server.",
  "recovery.safe_one":
    "{{count}} voce che il server non ha ancora è al sicuro in un giornale a parte.",
  "recovery.safe_other":
    "{{count}} voci che il server non ha ancora sono al sicuro in un giornale a parte.",
  "recovery.damagedNext":
    "Carnet può mettere da parte la copia danneggiata, senza cancellarla, e rifarne una dal giornale e dal server. Le registrazioni iniziate tornano.",
  "recovery.rebuild": "Metti da parte e ricostruisci",
  "recovery.rebuildFailed":
    "Non è stato possibile mettere da parte la copia danneggiata; è rimasta com’era. Liberi spazio sul disco o riavvii il computer, poi riprovi.",
  "recovery.newerTitle": "Questo taccuino è di una versione più recente",
  "recovery.newerText":
    "Nel frattempo lo ha aperto una versione più recente di Carnet. Nulla è stato toccato. Aggiorni Carnet su questo computer, poi lo riapra.",
  "recovery.unsentNone": "Nulla attende l’invio.",
  "recovery.unsent_one":
    "{{count}} voce non è ancora stata inviata. Resta nel taccuino; può anche esportarla in un file che chiunque può leggere.",
  "recovery.unsent_other":
    "{{count}} voci non sono ancora state inviate. Restano nel taccuino; può anche esportarle in un file che chiunque può leggere.",
  "recovery.export": "Esporta ciò che non è inviato",
  "recovery.exported": "Esportato: {{file}}",
  "recovery.exportFailed":
    "Non è stato possibile scrivere il file. Scelga un’altra cartella.",
};
