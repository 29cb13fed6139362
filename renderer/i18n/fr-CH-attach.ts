/** The words of attached photos and files in French (Switzerland); the measure of the other languages. */
export const frCHAttach = {
  "attach.add": "Joindre des photos ou des fichiers…",
  "attach.title": "Photos et fichiers",
  "attach.remove": "Retirer {{name}}",
  "attach.busy_one": "{{count}} fichier en préparation",
  "attach.busy_other": "{{count}} fichiers en préparation",
  "attach.empty": "« {{name}} » est vide et n’est pas joint.",
  "attach.tooLarge":
    "« {{name}} » dépasse 25 Mo et n’est pas joint. Le reste est gardé.",
  "attach.visitFull":
    "« {{name}} » n’est pas joint : une visite prend au plus 50 fichiers et 100 Mo.",
  "attach.unreadable":
    "« {{name}} » ne peut pas être lu. Essayez de le choisir à nouveau.",
  "attach.disk":
    "« {{name}} » n’est pas joint : le disque ne l’a pas pris. Libérez de la place et joignez-le à nouveau.",
  "attach.standing.waiting": "Attend d’être envoyé",
  "attach.standing.refused":
    "Refusé par le serveur; le fichier reste sur cet appareil",
  "attach.previous": "Précédent",
  "attach.next": "Suivant",
  "attach.save": "Enregistrer sous…",
  "attach.saved": "{{name}} est enregistré",
  "attach.notSaved": "{{name}} n’a pas pu être écrit à cet endroit",
  "attach.reading": "Le fichier est lu",
  "attach.noLine":
    "Pas encore sur cet appareil; il vient dès qu’il y a une connexion.",
  "attach.notThere": "L’appareil qui l’a joint ne l’a pas encore envoyé.",
  "attach.refusedTitle": "Fichiers refusés",
  "attach.refusedHint":
    "Le serveur ne prend pas ces fichiers. Ils restent sur cet appareil : enregistrez-les ailleurs, ou retirez-les.",
};
