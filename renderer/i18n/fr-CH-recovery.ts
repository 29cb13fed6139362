/** What stands in the place of a notebook that cannot be used as it is. */
export const frCHRecovery = {
  "recovery.damagedTitle": "La copie locale de cet appareil est endommagée",
  "recovery.damagedText":
    "Le disque ne rend pas ce que Carnet y a enregistré. Rien n’a été effacé.",
  "recovery.safeNone":
    "Tout ce qui a été enregistré ici est arrivé au serveur.",
  "recovery.safe_one":
    "{{count}} saisie que le serveur n’a pas encore est en sûreté dans un journal à part.",
  "recovery.safe_other":
    "{{count}} saisies que le serveur n’a pas encore sont en sûreté dans un journal à part.",
  "recovery.damagedNext":
    "Carnet peut mettre la copie endommagée de côté, sans l’effacer, et en refaire une à partir du journal et du serveur. Les saisies commencées reviennent.",
  "recovery.rebuild": "Mettre de côté et reconstruire",
  "recovery.rebuildFailed":
    "La copie endommagée n’a pas pu être mise de côté ; elle est restée telle quelle. Libérez de la place sur le disque ou redémarrez l’ordinateur, puis réessayez.",
  "recovery.newerTitle": "Ce carnet vient d’une version plus récente",
  "recovery.newerText":
    "Une version plus récente de Carnet l’a ouvert depuis. Rien n’y a été touché. Mettez Carnet à jour sur cet ordinateur, puis rouvrez-le.",
  "recovery.unsentNone": "Rien n’y attend l’envoi.",
  "recovery.unsent_one":
    "{{count}} saisie n’a pas encore été envoyée. Elle reste dans le carnet ; vous pouvez aussi l’exporter dans un fichier, lisible par n’importe qui.",
  "recovery.unsent_other":
    "{{count}} saisies n’ont pas encore été envoyées. Elles restent dans le carnet ; vous pouvez aussi les exporter dans un fichier, lisible par n’importe qui.",
  "recovery.export": "Exporter ce qui n’est pas envoyé",
  "recovery.exported": "Exporté : {{file}}",
  "recovery.exportFailed":
    "Le fichier n’a pas pu être écrit. Choisissez un autre dossier.",
} as const;
