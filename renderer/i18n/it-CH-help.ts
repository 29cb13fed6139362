import type { HelpWords } from "./help-words.ts";

export const itCHHelp: HelpWords = {
  "help.title": "Aiuto",
  "help.search": "Cerca nell’aiuto",
  "help.none": "Nell’aiuto non c’è nulla su «{{text}}».",
  "help.toKeys": "Mostra le scorciatoie da tastiera",
  "help.toNews": "Mostra le novità",
  "help.find.title": "Trovare un contatto",
  "help.find.text":
    "Prema Ctrl K e digiti qualche lettera di un nome, di una località, di un numero o di una nota: società, persone, visite e attività appaiono subito. ⏎ apre la scheda. Nell’elenco / filtra ciò che si vede, e le viste in alto conservano filtro, ordine e colonne sotto un nome.",
  "help.contact.title": "Inserire una società o una persona",
  "help.contact.text":
    "C inizia una nuova società, N apre il menu dei tre tipi di contatto. Serve solo il nome. Una persona riprende indirizzo e gruppi della sua società finché non inserisce un valore proprio. Sulla scheda clicchi un valore o prema ⏎ per cambiarlo; è salvato subito, e Ctrl Z lo annulla.",
  "help.visit.title": "Annotare una visita o una chiamata",
  "help.visit.text":
    "V apre il foglio della visita per la scheda aperta: data, valutazione, note e, se vuole, la prossima attività. Basta anche una frase: digiti in Ctrl K «Visita da Rochat ieri, andata bene, offerta venerdì». Dopo una chiamata partita da una scheda, Carnet propone di annotarla con la durata.",
  "help.plan.title": "Pianificare: attività e opportunità",
  "help.plan.text":
    "T crea un’attività con la scadenza; Oggi mostra ciò che scade e ciò che è in ritardo. Un’opportunità avanza di fase in fase, e ogni fase può chiedere un’attività. I promemoria del sistema si regolano in Impostazioni › Notifiche.",
  "help.week.title": "Recuperare la settimana",
  "help.week.text":
    "Settimana riunisce le visite di una settimana in una griglia e propone ciò che attività, chiamate e abitudini suggeriscono. Si scrive riga per riga, anche solo con la tastiera; ⏎ salva la riga.",
  "help.import.title": "Importare ed esportare",
  "help.import.text":
    "Trascini un file .vcf o .csv sulla finestra, o apra Importazione. Un’anteprima dice che cosa è nuovo, già presente o diverso prima di scrivere; un solo annullamento riprende tutto. Una scheda si trascina fuori dalla finestra come file .vcf.",
  "help.double.title": "Unire i doppioni",
  "help.double.text":
    "Doppioni confronta i contatti e li ordina in sicuri, probabili e da guardare. Per ogni campo scelga il valore che resta; nulla va perso, e un’unione si può separare anche più tardi.",
  "help.sync.title": "Lavorare senza rete",
  "help.sync.text":
    "Tutto è salvato prima su questo dispositivo e sincronizzato appena c’è la linea. La barra in basso dice che cosa attende l’invio. Se due persone hanno cambiato lo stesso campo, Sincronizzazione mostra i due valori e sceglie Lei. Per condividere il taccuino con i colleghi lo colleghi al server dell’azienda: Sincronizzazione › Collega, con l’indirizzo e il codice del suo servizio informatico.",
  "help.safe.title": "Bloccare e salvare",
  "help.safe.text":
    "Ctrl L blocca il taccuino; dopo alcuni minuti si blocca da solo (Impostazioni › Sicurezza). Annoti lì il codice di recupero: apre il taccuino se la frase segreta è dimenticata. Impostazioni › Backup mette tutto il taccuino in un file sigillato.",
  "help.keys.title": "Tutto con la tastiera",
  "help.keys.text":
    "? mostra tutti i comandi con i loro tasti; a ciascuno se ne può dare un altro. F6 passa da una parte della finestra all’altra, Esc chiude un livello alla volta, Ctrl ⏎ salva un modulo.",
  "news.title": "Novità",
  "news.version": "Versione {{version}}",
  "news.updated": "Carnet è ora alla versione {{version}}.",
  "news.show": "Novità",
  "news.0_1.1":
    "La schermata Oggi: che cosa scade, chi non è stato annotato questa settimana, che cosa attende l’invio.",
  "news.0_1.2": "Una settimana intera in una griglia, con proposte.",
  "news.0_1.3":
    "L’elenco dei contatti come tabella, con filtri, viste e modifiche in serie.",
  "news.0_1.4":
    "Importazione di biglietti e tabelle con anteprima; doppioni uniti e separati di nuovo.",
  "news.0_1.5": "Lettere, etichette e preparazione della visita su carta.",
  "news.0_1.6": "Blocco, codice di recupero e backup sigillato.",
  "news.0_1.7":
    "Tutti i comandi con i loro tasti, che si possono cambiare; contrasto elevato; questo aiuto.",
  "outside.map": "Apri su una mappa",
  "settings.maps": "Mappe",
  "settings.mapsIn": "Apri gli indirizzi in",
  "settings.mapsHint": "È trasmesso solo il luogo, mai il nome del contatto.",
  "settings.maps.openstreetmap": "OpenStreetMap",
  "settings.maps.swisstopo": "map.geo.admin.ch",
  "settings.maps.google": "Google Maps",
  "settings.contrast": "Contrasto elevato",
  "settings.contrastHint":
    "Testi e bordi più netti; vale anche l’impostazione del sistema.",
};
