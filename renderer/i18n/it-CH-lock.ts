import type { LockWords } from "./lock-words.ts";

export const itCHLock: LockWords = {
  "lock.lockedTitle": "Il taccuino è bloccato",
  "lock.keystoreText":
    "La sua chiave è nel portachiavi della sua sessione. Ciò che stava scrivendo è conservato.",
  "lock.forgotten": "Frase segreta dimenticata?",
  "lock.useCode": "Apri con il codice di recupero",
  "lock.back": "Indietro",
  "lock.recoverTitle": "Apri con il codice di recupero",
  "lock.recoverText":
    "Il codice apre il taccuino; la nuova frase segreta sostituisce quella vecchia. Nulla viene cancellato.",
  "lock.code": "Codice di recupero",
  "lock.codeHint": "25 caratteri; maiuscole e trattini non contano.",
  "lock.wrongCode": "Questo codice non apre questo taccuino.",
  "lock.newPassphrase": "Nuova frase segreta",
  "lock.codeTitle": "Il suo codice di recupero",
  "lock.codeText":
    "Apre il taccuino se dimentica la frase segreta. Lo conservi fuori da questo computer: questo codice non viene più mostrato, ma le impostazioni (Sicurezza) possono farne uno nuovo.",
  "lock.saveCode": "Salva…",
  "lock.saved": "Salvato",
  "lock.fileName": "carnet-codice-di-recupero.txt",
  "lock.copyCode": "Copia",
  "lock.copied": "Copiato",
  "lock.lastLetters": "Gli ultimi 4 caratteri del codice",
  "lock.lettersHint": "Per essere certi che Lei lo abbia.",
  "lock.lettersWrong": "Non sono gli ultimi caratteri del codice.",
  "lock.keepCode": "L’ho annotato",
  "lock.notNow": "Continua senza codice",
  "lock.fileText":
    "Codice di recupero di Carnet. Da conservare fuori da questo computer.",
  "lock.section": "Sicurezza",
  "lock.opensWith": "Apertura del taccuino",
  "lock.change": "Cambia la frase segreta",
  "lock.changeHint":
    "La nuova frase vale subito. Non si cifrano di nuovo i dati, solo la loro chiave.",
  "lock.usePassphrase": "Chiedi una frase segreta",
  "lock.useKeystore": "Apri con il portachiavi",
  "lock.keystoreHint":
    "Il taccuino si apre allora da solo per chi usa la sua sessione.",
  "lock.present": "Frase segreta attuale",
  "lock.noKeystoreHere":
    "Questo dispositivo non ha un portachiavi. Nulla è stato cambiato.",
  "lock.apply": "Applica",
  "lock.changed": "L’apertura del taccuino è stata cambiata",
  "lock.hasCode": "Ce n’è uno. Uno nuovo sostituisce il vecchio.",
  "lock.noCode":
    "Non ce n’è: senza, una frase dimenticata o un portachiavi perso chiude il taccuino per sempre.",
  "lock.newCode": "Nuovo codice…",
  "lock.codeKept": "Il codice di recupero è in vigore",
  "lock.now": "Blocca adesso",
  "lock.nowHint":
    "Chiude tutto e dimentica la chiave. Ciò che sta scrivendo resta. Anche con Ctrl L.",
  "lock.doLock": "Blocca",
  "lock.after": "Blocca da solo",
  "lock.afterHint":
    "Quando nessuno lo tocca, e quando il computer va in sospensione.",
  "lock.never": "Mai",
  "lock.minutes_one": "Dopo {{count}} minuto",
  "lock.minutes_other": "Dopo {{count}} minuti",
};
