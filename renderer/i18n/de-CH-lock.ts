import type { LockWords } from "./lock-words.ts";

export const deCHLock: LockWords = {
  "lock.lockedTitle": "Das Notizbuch ist gesperrt",
  "lock.keystoreText":
    "Sein Schlüssel liegt im Schlüsselbund Ihrer Anmeldung. Was Sie gerade schrieben, ist aufbewahrt.",
  "lock.forgotten": "Passphrase vergessen?",
  "lock.useCode": "Mit dem Wiederherstellungscode öffnen",
  "lock.back": "Zurück",
  "lock.recoverTitle": "Mit dem Wiederherstellungscode öffnen",
  "lock.recoverText":
    "Der Code öffnet das Notizbuch; die neue Passphrase ersetzt die alte. Nichts wird gelöscht.",
  "lock.code": "Wiederherstellungscode",
  "lock.codeHint": "25 Zeichen; Grossschreibung und Striche sind gleichgültig.",
  "lock.wrongCode": "Dieser Code öffnet dieses Notizbuch nicht.",
  "lock.newPassphrase": "Neue Passphrase",
  "lock.codeTitle": "Ihr Wiederherstellungscode",
  "lock.codeText":
    "Er öffnet das Notizbuch, wenn Sie die Passphrase vergessen. Bewahren Sie ihn ausserhalb dieses Computers auf: Dieser Code wird nicht mehr gezeigt, doch die Einstellungen (Sicherheit) können einen neuen machen.",
  "lock.saveCode": "Speichern…",
  "lock.saved": "Gespeichert",
  "lock.fileName": "carnet-wiederherstellungscode.txt",
  "lock.copyCode": "Kopieren",
  "lock.copied": "Kopiert",
  "lock.lastLetters": "Die letzten 4 Zeichen des Codes",
  "lock.lettersHint": "Damit sicher ist, dass Sie ihn haben.",
  "lock.lettersWrong": "Das sind nicht die letzten Zeichen des Codes.",
  "lock.keepCode": "Ich habe ihn notiert",
  "lock.notNow": "Ohne Code weiter",
  "lock.fileText":
    "Wiederherstellungscode von Carnet. Ausserhalb dieses Computers aufbewahren.",
  "lock.section": "Sicherheit",
  "lock.opensWith": "Öffnen des Notizbuchs",
  "lock.change": "Passphrase ändern",
  "lock.changeHint":
    "Die neue Passphrase gilt sofort. Nicht die Daten werden neu verschlüsselt, nur ihr Schlüssel.",
  "lock.usePassphrase": "Nach einer Passphrase fragen",
  "lock.useKeystore": "Mit dem Schlüsselbund öffnen",
  "lock.keystoreHint":
    "Das Notizbuch öffnet sich dann von selbst für alle, die mit Ihrer Anmeldung arbeiten.",
  "lock.present": "Jetzige Passphrase",
  "lock.noKeystoreHere":
    "Dieses Gerät hat keinen Schlüsselbund. Nichts wurde geändert.",
  "lock.apply": "Übernehmen",
  "lock.changed": "Das Öffnen des Notizbuchs wurde geändert",
  "lock.hasCode": "Es gibt einen. Ein neuer ersetzt den alten.",
  "lock.noCode":
    "Es gibt keinen: Ohne ihn schliesst eine vergessene Passphrase oder ein verlorener Schlüsselbund das Notizbuch für immer.",
  "lock.newCode": "Neuer Code…",
  "lock.codeKept": "Der Wiederherstellungscode gilt",
  "lock.now": "Jetzt sperren",
  "lock.nowHint":
    "Schliesst alles und vergisst den Schlüssel. Was Sie gerade schreiben, bleibt. Auch mit Ctrl L.",
  "lock.doLock": "Sperren",
  "lock.after": "Von selbst sperren",
  "lock.afterHint":
    "Wenn es niemand berührt, und wenn der Computer einschläft.",
  "lock.never": "Nie",
  "lock.minutes_one": "Nach {{count}} Minute",
  "lock.minutes_other": "Nach {{count}} Minuten",
};
