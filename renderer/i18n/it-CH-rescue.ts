import type { RescueWords } from "./rescue-words.ts";

export const itCHRescue: RescueWords = {
  "rescue.carefulTitle": "Carnet non è riuscito ad avviarsi",
  "rescue.carefulText":
    "Gli ultimi due avvii non hanno mostrato nulla. Le sue registrazioni sono in un giornale a parte, scritto due volte; nulla è perso. L’avvio prudente apre il taccuino senza inviare né ricevere.",
  "rescue.carefulOpen": "Apri in modo prudente",
  "rescue.openAsUsual": "Apri normalmente",
  "rescue.copyDiagnostics": "Copia la diagnosi",
  "rescue.copied": "Diagnosi copiata",
  "rescue.openLogs": "Apri la cartella dei registri",
  "rescue.diagnostics": "Diagnosi",
  "rescue.diagnosticsHint":
    "Versioni, dimensioni, conteggi e registri tecnici; nessun dato dei suoi contatti.",
  "rescue.wipedTitle": "La copia locale di questo dispositivo è sparita",
  "rescue.wipedText":
    "Il sistema l’ha cancellata o il disco non la rende più. Non è un taccuino nuovo: tutto può tornare.",
  "rescue.fromSnapshot":
    "Torna dalla copia di sicurezza del {{at}}; ciò che è arrivato dopo si richiede al server. Tornano anche le registrazioni iniziate.",
  "rescue.fromServer":
    "Torna dal server e dal giornale appena c’è rete. Tornano anche le registrazioni iniziate.",
  "rescue.fromJournal":
    "Torna dal giornale di questo dispositivo. Tornano anche le registrazioni iniziate.",
  "rescue.bringBack": "Riporta tutto",
  "rescue.diskLow": "Disco quasi pieno",
  "rescue.storeClosed": "Disco pieno: la copia locale si è fermata",
  "rescue.storeClosedHint":
    "Ciò che è salvato è nel giornale. Liberi spazio, poi ricarichi.",
  "rescue.loadAgain": "Ricarica",
  "rescue.diskHint":
    "Le sue registrazioni vanno in uno spazio riservato e restano sicure. Liberi spazio prima che si riempia anche quello.",
};
