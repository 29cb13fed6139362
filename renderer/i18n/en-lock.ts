import type { LockWords } from "./lock-words.ts";

export const enLock: LockWords = {
  "lock.lockedTitle": "The notebook is locked",
  "lock.keystoreText":
    "Its key is in the keystore of your login. What you were typing is kept.",
  "lock.forgotten": "Forgotten the passphrase?",
  "lock.useCode": "Open with the recovery code",
  "lock.back": "Back",
  "lock.recoverTitle": "Open with the recovery code",
  "lock.recoverText":
    "The code opens the notebook; the new passphrase takes the place of the old one. Nothing is deleted.",
  "lock.code": "Recovery code",
  "lock.codeHint": "25 characters; capitals and dashes do not matter.",
  "lock.wrongCode": "This code does not open this notebook.",
  "lock.newPassphrase": "New passphrase",
  "lock.codeTitle": "Your recovery code",
  "lock.codeText":
    "It opens the notebook if you forget the passphrase. Keep it away from this computer: this code is not shown again, but Settings (Security) can make a new one.",
  "lock.saveCode": "Save…",
  "lock.saved": "Saved",
  "lock.fileName": "carnet-recovery-code.txt",
  "lock.copyCode": "Copy",
  "lock.copied": "Copied",
  "lock.lastLetters": "The last 4 characters of the code",
  "lock.lettersHint": "To be sure that you have it.",
  "lock.lettersWrong": "These are not the last characters of the code.",
  "lock.keepCode": "I have noted it",
  "lock.notNow": "Go on without a code",
  "lock.fileText": "Recovery code of Carnet. Keep it away from this computer.",
  "lock.section": "Security",
  "lock.opensWith": "Opening the notebook",
  "lock.change": "Change the passphrase",
  "lock.changeHint":
    "The new one counts at once. It is not the data that is encrypted anew, only its key.",
  "lock.usePassphrase": "Ask for a passphrase",
  "lock.useKeystore": "Open with the keystore",
  "lock.keystoreHint":
    "The notebook then opens by itself for whoever is signed in as you.",
  "lock.present": "Present passphrase",
  "lock.noKeystoreHere": "This device has no keystore. Nothing was changed.",
  "lock.apply": "Apply",
  "lock.changed": "What opens the notebook has been changed",
  "lock.hasCode": "There is one. A new one takes the place of the old one.",
  "lock.noCode":
    "There is none: without it a forgotten passphrase or a lost keystore closes the notebook for ever.",
  "lock.newCode": "New code…",
  "lock.codeKept": "The recovery code is in force",
  "lock.now": "Lock now",
  "lock.nowHint":
    "Closes everything and forgets the key. What you are typing is kept. Ctrl L does it, too.",
  "lock.doLock": "Lock",
  "lock.after": "Lock by itself",
  "lock.afterHint":
    "When nobody touches it, and when the computer goes to sleep.",
  "lock.never": "Never",
  "lock.minutes_one": "After {{count}} minute",
  "lock.minutes_other": "After {{count}} minutes",
};
