/** When something has gone wrong: what is safe, and the way back. */
export const frCHRescue = {
  "rescue.carefulTitle": "Carnet n’a pas pu démarrer",
  "rescue.carefulText":
    "Les deux derniers démarrages n’ont rien montré. Vos saisies sont dans un journal à part, écrit deux fois ; rien n’est perdu. Le mode prudent ouvre le carnet sans rien envoyer ni recevoir.",
  "rescue.carefulOpen": "Ouvrir en mode prudent",
  "rescue.openAsUsual": "Ouvrir normalement",
  "rescue.copyDiagnostics": "Copier le diagnostic",
  "rescue.copied": "Diagnostic copié",
  "rescue.openLogs": "Ouvrir le dossier des journaux",
  "rescue.diagnostics": "Diagnostic",
  "rescue.diagnosticsHint":
    "Versions, tailles, nombres et journaux techniques ; aucune donnée de vos contacts.",
  "rescue.wipedTitle": "La copie locale de cet appareil a disparu",
  "rescue.wipedText":
    "Le système l’a effacée ou le disque ne la rend plus. Ce n’est pas un nouveau carnet : tout peut revenir.",
  "rescue.fromSnapshot":
    "Elle revient de la copie de sûreté du {{at}} ; ce qui est venu depuis est redemandé au serveur. Les saisies commencées reviennent aussi.",
  "rescue.fromServer":
    "Elle revient du serveur et du journal dès qu’il y a du réseau. Les saisies commencées reviennent aussi.",
  "rescue.fromJournal":
    "Elle revient du journal de cet appareil. Les saisies commencées reviennent aussi.",
  "rescue.bringBack": "Tout ramener",
  "rescue.diskLow": "Disque presque plein",
  "rescue.storeClosed": "Disque plein : la copie locale s’est arrêtée",
  "rescue.storeClosedHint":
    "Ce qui est enregistré est dans le journal. Libérez de la place, puis rechargez.",
  "rescue.loadAgain": "Recharger",
  "rescue.diskHint":
    "Vos saisies vont dans une place réservée et restent sûres. Libérez de la place avant qu’elle soit pleine aussi.",
} as const;
