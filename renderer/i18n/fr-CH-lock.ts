/** What opens and locks the notebook, and the recovery code. */
export const frCHLock = {
  "lock.lockedTitle": "Le carnet est verrouillé",
  "lock.keystoreText":
    "Sa clé est dans le trousseau de clés de votre session. Ce que vous écriviez est gardé.",
  "lock.forgotten": "Phrase secrète oubliée ?",
  "lock.useCode": "Ouvrir avec le code de secours",
  "lock.back": "Retour",
  "lock.recoverTitle": "Ouvrir avec le code de secours",
  "lock.recoverText":
    "Le code ouvre le carnet ; la nouvelle phrase secrète remplace l’ancienne. Rien n’est effacé.",
  "lock.code": "Code de secours",
  "lock.codeHint": "25 caractères ; majuscules et tirets n’importent pas.",
  "lock.wrongCode": "Ce code n’ouvre pas ce carnet.",
  "lock.newPassphrase": "Nouvelle phrase secrète",
  "lock.codeTitle": "Votre code de secours",
  "lock.codeText":
    "Il ouvre le carnet si vous oubliez la phrase secrète. Gardez-le ailleurs que sur cet ordinateur : ce code-ci ne sera plus montré, mais les paramètres (Sécurité) peuvent en faire un nouveau.",
  "lock.saveCode": "Enregistrer…",
  "lock.saved": "Enregistré",
  "lock.fileName": "carnet-code-de-secours.txt",
  "lock.copyCode": "Copier",
  "lock.copied": "Copié",
  "lock.lastLetters": "Les 4 derniers caractères du code",
  "lock.lettersHint": "Pour être sûr que vous l’avez.",
  "lock.lettersWrong": "Ce ne sont pas les derniers caractères du code.",
  "lock.keepCode": "Je l’ai noté",
  "lock.notNow": "Continuer sans code",
  "lock.fileText":
    "Code de secours de Carnet. À garder hors de cet ordinateur.",
  "lock.section": "Sécurité",
  "lock.opensWith": "Ouverture du carnet",
  "lock.change": "Changer la phrase secrète",
  "lock.changeHint":
    "La nouvelle phrase compte aussitôt. Les données ne sont pas chiffrées à nouveau, seule leur clé l’est.",
  "lock.usePassphrase": "Demander une phrase secrète",
  "lock.useKeystore": "Ouvrir avec le trousseau de clés",
  "lock.keystoreHint":
    "Le carnet s’ouvre alors de lui-même pour qui est connecté à votre session.",
  "lock.present": "Phrase secrète actuelle",
  "lock.noKeystoreHere":
    "Cet appareil n’a pas de trousseau de clés. Rien n’a été changé.",
  "lock.apply": "Appliquer",
  "lock.changed": "L’ouverture du carnet a été changée",
  "lock.hasCode": "Il y en a un. Un nouveau code remplace l’ancien.",
  "lock.noCode":
    "Il n’y en a pas : sans lui, une phrase oubliée ou un trousseau perdu ferme le carnet pour toujours.",
  "lock.newCode": "Nouveau code…",
  "lock.codeKept": "Le code de secours est en vigueur",
  "lock.now": "Verrouiller maintenant",
  "lock.nowHint":
    "Ferme tout et oublie la clé. Ce que vous écriviez est gardé. Ctrl L le fait aussi.",
  "lock.doLock": "Verrouiller",
  "lock.after": "Verrouiller tout seul",
  "lock.afterHint":
    "Quand personne n’y touche, et quand l’ordinateur s’endort.",
  "lock.never": "Jamais",
  "lock.minutes_one": "Après {{count}} minute",
  "lock.minutes_other": "Après {{count}} minutes",
} as const;
