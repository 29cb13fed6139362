import type { RecoveryWords } from "./recovery-words.ts";

export const deCHRecovery: RecoveryWords = {
  "recovery.damagedTitle": "Die lokale Kopie auf diesem Gerät ist beschädigt",
  "recovery.damagedText":
    "Der Datenträger gibt nicht zurück, was Carnet dort gespeichert hat. Nichts wurde gelöscht.",
  "recovery.safeNone":
    "Alles, was hier gespeichert wurde, ist beim Server angekommen.",
  "recovery.safe_one":
    "{{count}} Eingabe, die der Server noch nicht hat, liegt sicher in einem eigenen Journal.",
  "recovery.safe_other":
    "{{count}} Eingaben, die der Server noch nicht hat, liegen sicher in einem eigenen Journal.",
  "recovery.damagedNext":
    "Carnet kann die beschädigte Kopie beiseitelegen, ohne sie zu löschen, und aus dem Journal und vom Server eine neue machen. Begonnene Eingaben kommen zurück.",
  "recovery.rebuild": "Beiseitelegen und neu aufbauen",
  "recovery.rebuildFailed":
    "Die beschädigte Kopie konnte nicht beiseitegelegt werden; sie ist unverändert. Schaffen Sie Platz auf dem Datenträger oder starten Sie den Computer neu und versuchen Sie es nochmals.",
  "recovery.newerTitle": "Dieses Notizbuch stammt von einer neueren Version",
  "recovery.newerText":
    "Eine neuere Version von Carnet hat es inzwischen geöffnet. Nichts darin wurde angerührt. Aktualisieren Sie Carnet auf diesem Computer und öffnen Sie es dann wieder.",
  "recovery.unsentNone": "Darin ist nichts mehr zu übertragen.",
  "recovery.unsent_one":
    "{{count}} Eingabe ist noch nicht gesendet. Sie bleibt im Notizbuch; Sie können sie auch in eine Datei exportieren, die jeder lesen kann.",
  "recovery.unsent_other":
    "{{count}} Eingaben sind noch nicht gesendet. Sie bleiben im Notizbuch; Sie können sie auch in eine Datei exportieren, die jeder lesen kann.",
  "recovery.export": "Nicht Gesendetes exportieren",
  "recovery.exported": "Exportiert: {{file}}",
  "recovery.exportFailed":
    "Die Datei konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.",
};
