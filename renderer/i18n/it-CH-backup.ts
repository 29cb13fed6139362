import type { BackupWords } from "./backup-words.ts";

export const itCHBackup: BackupWords = {
  "action.restore": "Ripristino di un backup",
  "backup.title": "Backup",
  "palette.cmd.backup": "Salvare o ripristinare il taccuino",
  "backup.settingsHint": "Tutto il taccuino in un file cifrato, e ritorno.",
  "backup.open": "Salvare o ripristinare…",
  "backup.write": "Salvare",
  "backup.writeHint":
    "Schede, interazioni, compiti, opportunità, elenchi, allegati e ciò che non è ancora inviato, in un file da portare con sé. Il formato è aperto e descritto: i dati restano leggibili senza Carnet.",
  "backup.passphrase": "Passphrase del backup",
  "backup.passphraseHint":
    "Senza di essa nessuno può riaprire il file, nemmeno noi.",
  "backup.save": "Salva il backup…",
  "backup.writing": "Backup in corso",
  "backup.part": "{{n}} di {{of}}",
  "backup.stopping": "Arresto…",
  "backup.written": "Il backup è salvato",
  "backup.writtenText":
    "«{{name}}», {{size}}, {{n}} elementi. Riletto per intero: si apre con la vostra passphrase.",
  "backup.failed.disk-full": "Il disco è pieno: il backup non è salvato.",
  "backup.failed.io":
    "Non è stato possibile scrivere il file: il backup non è salvato.",
  "backup.restore": "Ripristinare",
  "backup.restoreHint":
    "In un taccuino vuoto o già usato. Prima un’anteprima dice che cosa cambierebbe; poi tutto si disfa con un solo Annulla.",
  "backup.choose": "Scegli un backup…",
  "backup.openFile": "Apri",
  "backup.other": "Altro file…",
  "backup.problem.wrong-passphrase": "Questa passphrase non apre questo file.",
  "backup.problem.not-a-backup": "Questo file non è un backup di Carnet.",
  "backup.problem.damaged":
    "Questo file è incompleto o è stato modificato dopo la scrittura. Qui non è cambiato nulla; provate un’altra copia.",
  "backup.problem.newer":
    "Questo backup proviene da una versione più recente di Carnet: aggiornate prima Carnet.",
  "backup.problem.unreadable": "Questo file non può essere letto.",
  "backup.problem.busy": "Non è riuscito. Non è cambiato nulla; riprovate.",
  "backup.reading": "Lettura del backup",
  "backup.previewTitle": "Che cosa cambierebbe «{{name}}»",
  "backup.previewText": "Backup del {{moment}}. Nulla è ancora scritto.",
  "backup.kind": "Che cosa",
  "backup.kind.companies": "Società",
  "backup.kind.persons": "Persone",
  "backup.kind.interactions": "Interazioni",
  "backup.kind.tasks": "Compiti",
  "backup.kind.opportunities": "Opportunità",
  "backup.kind.files": "Immagini e allegati",
  "backup.kind.notes": "Note",
  "backup.kind.lists": "Elenchi",
  "backup.kind.settings": "Configurazione e viste",
  "backup.kind.drafts": "Moduli iniziati",
  "backup.verdict.new": "Nuovi",
  "backup.verdict.changed": "Diversi",
  "backup.verdict.conflict": "Modificati qui da allora",
  "backup.verdict.same": "Uguali",
  "backup.verdict.left": "Non vostri",
  "backup.left":
    "«Non vostri»: la configurazione e le fusioni spettano a un responsabile; sono lasciate da parte.",
  "backup.servers_one":
    "{{count}} elemento proviene dal server (conti, acquisti, avvisi) e non è ripristinato.",
  "backup.servers_other":
    "{{count}} elementi provengono dal server (conti, acquisti, avvisi) e non sono ripristinati.",
  "backup.unreadable_one":
    "{{count}} elemento non può essere letto ed è lasciato da parte.",
  "backup.unreadable_other":
    "{{count}} elementi non possono essere letti e sono lasciati da parte.",
  "backup.missing_one":
    "Manca il contenuto di {{count}} allegato: non era su questo dispositivo.",
  "backup.missing_other":
    "Manca il contenuto di {{count}} allegati: non era su questo dispositivo.",
  "backup.changed": "Ciò che è diverso nel backup",
  "backup.conflicts": "Ciò che è stato modificato qui da allora",
  "backup.way.keep": "Tenere ciò che è qui",
  "backup.way.take": "Prendere il backup",
  "backup.way.fill": "Completare solo ciò che qui è vuoto",
  "backup.differences": "Che cosa è diverso",
  "backup.more": "e altri {{n}}",
  "backup.run_one": "Ripristina {{count}} elemento",
  "backup.run_other": "Ripristina {{count}} elementi",
  "backup.nothing": "Tutto ciò che è in questo backup è già qui.",
  "backup.restoring": "Ripristino in corso",
  "backup.restoringHint":
    "Potete continuare a lavorare. Se fermate, ciò che è ripristinato resta.",
  "backup.stop": "Ferma",
  "backup.end.complete": "Il backup è ripristinato",
  "backup.end.canceled": "Il ripristino è fermato",
  "backup.end.damaged": "Il file non ha potuto essere letto fino in fondo",
  "backup.end.disk-full": "Il disco è pieno: il ripristino si è fermato",
  "backup.end.io": "Il disco ha rifiutato: il ripristino si è fermato",
  "backup.made_one": "{{count}} elemento ripristinato o modificato.",
  "backup.made_other": "{{count}} elementi ripristinati o modificati.",
  "backup.undo": "Annulla il ripristino",
  "backup.done": "Fatto",
};
