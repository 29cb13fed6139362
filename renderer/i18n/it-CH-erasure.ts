import type { ErasureWords } from "./erasure-words.ts";

export const itCHErasure: ErasureWords = {
  "erase.open": "Eliminare per sempre…",
  "erase.title": "Eliminare {{name}} per sempre?",
  "erase.text":
    "Su richiesta della persona. La scheda e tutto ciò che segue scompaiono da tutti i dispositivi, dalla cronologia, dalle copie e dal server. È l’unica azione di Carnet che non si può annullare.",
  "erase.goes": "Che cosa scompare",
  "erase.card": "La scheda con i suoi dati e la sua cronologia",
  "erase.withIt": "Tutto ciò che è stato eliminato con essa",
  "erase.absorbed_one": "{{count}} scheda unita a questa",
  "erase.absorbed_other": "{{count}} schede unite a questa",
  "erase.interactions_one": "{{count}} interazione",
  "erase.interactions_other": "{{count}} interazioni",
  "erase.tasks_one": "{{count}} attività",
  "erase.tasks_other": "{{count}} attività",
  "erase.opportunities_one": "{{count}} opportunità",
  "erase.opportunities_other": "{{count}} opportunità",
  "erase.notes_one": "{{count}} nota",
  "erase.notes_other": "{{count}} note",
  "erase.files_one": "{{count}} immagine o file",
  "erase.files_other": "{{count}} immagini o file",
  "erase.openWork_one": "di cui {{count}} in corso",
  "erase.openWork_other": "di cui {{count}} in corso",
  "erase.stays": "Che cosa resta",
  "erase.staysLog":
    "Una riga in Impostazioni, Eliminazioni: chi l’ha fatto, quando e quanto",
  "erase.staysSales_one":
    "{{count}} opportunità, senza testo, presso la società",
  "erase.staysSales_other":
    "{{count}} opportunità, senza testo, presso la società",
  "erase.staysAccount": "Il record contabile collegato: appartiene all’ERP",
  "erase.staysPeople_one":
    "{{count}} persona della società, che diventa indipendente",
  "erase.staysPeople_other":
    "{{count}} persone della società, che diventano indipendenti",
  "erase.mentions_one":
    "{{count}} altro testo contiene questo nome e non viene modificato:",
  "erase.mentions_other":
    "{{count}} altri testi contengono questo nome e non vengono modificati:",
  "erase.offline":
    "Questo dispositivo al momento non è collegato: la richiesta è conservata ed eseguita alla prossima sincronizzazione.",
  "erase.confirm": "Digiti il nome per confermare",
  "erase.confirmWrong": "Il nome è: {{name}}",
  "erase.submit": "Eliminare per sempre",
  "erase.asked":
    "L’eliminazione è richiesta. Viene eseguita appena il server risponde.",
  "erase.pending":
    "L’eliminazione di questa scheda è richiesta. Viene eseguita alla prossima sincronizzazione.",
  "erase.withdraw": "Ritirare la richiesta",
  "erase.withdrawn": "La richiesta di eliminazione è ritirata.",
  "erase.underWay": "La richiesta è già in viaggio: non si può più ritirare.",
  "erase.gone": "Questa scheda è stata eliminata su richiesta della persona.",
  "erase.section": "Eliminazioni",
  "erase.sectionHint":
    "Le persone eliminate su loro richiesta: chi l’ha fatto e quando. Nessuno dei loro dati è conservato.",
  "erase.none": "Nessuno è stato eliminato.",
  "erase.line": "Contatto {{no}}",
  "erase.lineNoNo": "Un contatto",
  "erase.by": "da {{name}}",
  "erase.records_one": "{{count}} documento",
  "erase.records_other": "{{count}} documenti",
  "erase.waits": "richiesta, attende la sincronizzazione",
  "erase.hereWaits":
    "Su questo dispositivo possono esserci ancora tracce nei file. Vengono rifatti al prossimo avvio, o adesso.",
  "erase.hereNow": "Pulire adesso",
  "erase.hereLooking":
    "Su questo dispositivo i file sono nuovi; si cercano i resti…",
  "erase.hereClean":
    "Su questo dispositivo, {{moment}}: {{count}} documenti e file esaminati, nulla trovato.",
  "erase.hereMentions":
    "Su questo dispositivo, {{moment}}: {{count}} documenti e file esaminati. Testi di altre schede che contengono ancora il nome o un testo: {{mentions}}.",
  "erase.hereBlind_one":
    "Su questo dispositivo, {{moment}}: di {{count}} contatto qui non si conosce nulla che permetta di trovarlo con certezza; non è stato cercato.",
  "erase.hereBlind_other":
    "Su questo dispositivo, {{moment}}: di {{count}} contatti qui non si conosce nulla che permetta di trovarli con certezza; non sono stati cercati.",
  "erase.hereLeft":
    "Su questo dispositivo, {{moment}}: in {{count}} punti fuori dalle schede resta qualcosa. Si rivolga alla sua informatica.",
  "erase.hereLater":
    "Adesso non è possibile: prima deve finire la sincronizzazione.",
  "action.eraseContact": "Eliminazione richiesta",
  "refused.erased":
    "Nel frattempo il contatto è stato eliminato su richiesta della persona. Ciò che è stato registrato su di lui non viene conservato.",
  "refused.absorbed":
    "Nel frattempo il contatto è stato unito a un altro. Elimini l’altra scheda.",
};
