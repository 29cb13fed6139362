import type { UpdatesWords } from "./updates-words.ts";

export const deCHUpdates: UpdatesWords = {
  "updates.title": "Aktualisierungen",
  "updates.state": "Neue Version",
  "updates.mayHelp":
    "Vielleicht behebt eine neue Version das Problem. Sie ersetzt das Programm; Ihre Daten bleiben, wie sie sind.",
  "updates.check": "Jetzt suchen",
  "updates.checking": "Wird gesucht…",
  "updates.loading": "Carnet {{version}} wird geladen: {{percent}} %",
  "updates.installing": "Carnet {{version}} wird installiert…",
  "updates.notLooked": "Seit dem Start noch nicht gesucht.",
  "updates.newest": "Sie haben die neueste Version ({{at}}).",
  "updates.off.unsupported":
    "Diese Kopie ersetzt sich nicht selbst: neue Versionen gibt es dort, woher sie kommt.",
  "updates.off.no-address":
    "Es ist keine Adresse angegeben: Es wird nichts kontaktiert.",
  "updates.failed.unreachable":
    "Der Server für Aktualisierungen hat nicht brauchbar geantwortet. Nichts wurde verändert.",
  "updates.failed.foreign-feed":
    "Die Angaben zur neuen Version stammen nicht vom Herausgeber von Carnet. Abgelehnt; nichts wurde verändert.",
  "updates.failed.changed-package":
    "Die neue Version wurde unterwegs verändert. Abgelehnt; nichts wurde verändert.",
  "updates.failed.not-installed":
    "Das System hat die neue Version nicht installiert: Dies ist noch die alte. Ihre Daten sind unverändert.",
  "updates.failed.disk-full":
    "Die Festplatte ist voll: Die neue Version fand keinen Platz. Schaffen Sie Platz und suchen Sie noch einmal.",
  "updates.failed.disk":
    "Die neue Version konnte nicht auf die Festplatte geschrieben werden.",
  "updates.readyText": "Carnet {{version}} ist bereit.",
  "updates.replacedText": "Carnet ist jetzt auf Version {{version}}.",
  "updates.whatsNew": "Was ist neu",
  "updates.newIn": "Neu in Carnet {{version}}",
  "updates.restart": "Neu starten und aktualisieren",
  "updates.later": "Später",
  "updates.seen": "Verstanden",
  "updates.refused.no-snapshot":
    "Es konnte keine Sicherungskopie gemacht werden: Nichts wurde installiert. Versuchen Sie es noch einmal, oder starten Sie Carnet zuerst neu.",
  "updates.refused.disk-full":
    "Die Festplatte ist voll: Nichts wurde installiert. Schaffen Sie Platz und versuchen Sie es noch einmal.",
  "updates.refused.not-ready":
    "Die neue Version ist nicht mehr bereit. Suchen Sie noch einmal.",
  "updates.address": "Adresse der Aktualisierungen",
  "updates.addressHint":
    "https-Ordner eines Dateiservers. Leer: was das Paket angibt. Es zählt nur, was der Herausgeber signiert hat.",
  "updates.addressBad":
    "Von dieser Adresse wird nichts geholt: Es braucht einen Ordner mit https://.",
  "updates.byItself": "Von selbst suchen",
  "updates.byItselfHint":
    "Lädt im Hintergrund; installiert wird nichts ohne Sie.",
};
