/** Backup and restore. */
export const frCHBackup = {
  "action.restore": "Restauration d’une sauvegarde",
  "backup.title": "Sauvegarde",
  "backup.settingsHint": "Tout le carnet dans un fichier chiffré, et retour.",
  "backup.open": "Sauvegarder ou restaurer…",
  "backup.write": "Sauvegarder",
  "backup.writeHint":
    "Fiches, interactions, tâches, opportunités, listes, pièces jointes et ce qui n’est pas encore envoyé, dans un fichier à emporter. Son format est ouvert et décrit : vos données restent lisibles sans Carnet.",
  "backup.passphrase": "Phrase secrète de la sauvegarde",
  "backup.passphraseHint":
    "Sans elle, personne ne peut rouvrir le fichier, nous non plus.",
  "backup.save": "Enregistrer la sauvegarde…",
  "backup.writing": "Sauvegarde en cours",
  "backup.part": "{{n}} sur {{of}}",
  "backup.stopping": "Arrêt…",
  "backup.written": "La sauvegarde est enregistrée",
  "backup.writtenText":
    "« {{name}} », {{size}}, {{n}} éléments. Relue entièrement : elle s’ouvre avec votre phrase secrète.",
  "backup.failed.disk-full":
    "Le disque est plein : la sauvegarde n’est pas enregistrée.",
  "backup.failed.io":
    "Le fichier n’a pas pu être écrit : la sauvegarde n’est pas enregistrée.",
  "backup.restore": "Restaurer",
  "backup.restoreHint":
    "Dans un carnet vide ou déjà utilisé. Un aperçu dit d’abord ce qui changerait ; ensuite tout se défait d’un seul Annuler.",
  "backup.choose": "Choisir une sauvegarde…",
  "backup.openFile": "Ouvrir",
  "backup.other": "Autre fichier…",
  "backup.problem.wrong-passphrase":
    "Cette phrase secrète n’ouvre pas ce fichier.",
  "backup.problem.not-a-backup":
    "Ce fichier n’est pas une sauvegarde de Carnet.",
  "backup.problem.damaged":
    "Ce fichier est incomplet ou a été modifié depuis son écriture. Rien n’a été changé ici ; essayez une autre copie.",
  "backup.problem.newer":
    "Cette sauvegarde vient d’une version plus récente de Carnet : mettez d’abord Carnet à jour.",
  "backup.problem.unreadable": "Ce fichier ne peut pas être lu.",
  "backup.problem.busy":
    "Cela n’a pas abouti. Rien n’a été changé ; essayez encore une fois.",
  "backup.reading": "Lecture de la sauvegarde",
  "backup.previewTitle": "Ce que « {{name}} » changerait",
  "backup.previewText": "Sauvegarde du {{moment}}. Rien n’est encore écrit.",
  "backup.kind": "Quoi",
  "backup.kind.companies": "Sociétés",
  "backup.kind.persons": "Personnes",
  "backup.kind.interactions": "Interactions",
  "backup.kind.tasks": "Tâches",
  "backup.kind.opportunities": "Opportunités",
  "backup.kind.files": "Images et pièces jointes",
  "backup.kind.notes": "Notes",
  "backup.kind.accounts": "Fiches comptables",
  "backup.kind.purchases": "Achats",
  "backup.kind.lists": "Listes",
  "backup.kind.settings": "Paramètres et vues",
  "backup.kind.drafts": "Formulaires entamés",
  "backup.verdict.new": "Nouveaux",
  "backup.verdict.changed": "Autres",
  "backup.verdict.conflict": "Modifiés ici depuis",
  "backup.verdict.same": "Identiques",
  "backup.verdict.left": "Pas à vous",
  "backup.left":
    "« Pas à vous » : la configuration et les fusions reviennent à un responsable, et ce qu’un serveur a dit reste ; cela est laissé de côté.",
  "backup.servers_one":
    "{{count}} fiche comptable ou achat n’est pas restauré : ce carnet est relié à un serveur, c’est lui qui les donne.",
  "backup.servers_other":
    "{{count}} fiches comptables et achats ne sont pas restaurés : ce carnet est relié à un serveur, c’est lui qui les donne.",
  "backup.said_one": "{{count}} avis du serveur n’est pas restauré.",
  "backup.said_other": "{{count}} avis du serveur ne sont pas restaurés.",
  "backup.unreadable_one":
    "{{count}} élément ne peut pas être lu et est laissé de côté.",
  "backup.unreadable_other":
    "{{count}} éléments ne peuvent pas être lus et sont laissés de côté.",
  "backup.missing_one":
    "Il manque le contenu de {{count}} pièce jointe : il n’était pas sur cet appareil.",
  "backup.missing_other":
    "Il manque le contenu de {{count}} pièces jointes : il n’était pas sur cet appareil.",
  "backup.changed": "Ce qui est autre dans la sauvegarde",
  "backup.conflicts": "Ce qui a été modifié ici depuis",
  "backup.way.keep": "Garder ce qui est ici",
  "backup.way.take": "Prendre la sauvegarde",
  "backup.way.fill": "Compléter seulement ce qui est vide ici",
  "backup.differences": "Ce qui diffère",
  "backup.more": "et {{n}} de plus",
  "backup.run_one": "Restaurer {{count}} élément",
  "backup.run_other": "Restaurer {{count}} éléments",
  "backup.nothing": "Tout ce qui est dans cette sauvegarde est déjà ici.",
  "backup.restoring": "Restauration en cours",
  "backup.restoringHint":
    "Vous pouvez continuer à travailler. Si vous arrêtez, ce qui est restauré reste.",
  "backup.stop": "Arrêter",
  "backup.end.complete": "La sauvegarde est restaurée",
  "backup.end.canceled": "La restauration est arrêtée",
  "backup.end.damaged": "Le fichier n’a pas pu être lu jusqu’au bout",
  "backup.end.disk-full": "Le disque est plein : la restauration s’est arrêtée",
  "backup.end.io": "Le disque a refusé : la restauration s’est arrêtée",
  "backup.made_one": "{{count}} élément restauré ou modifié.",
  "backup.made_other": "{{count}} éléments restaurés ou modifiés.",
  "backup.taken": "Acceptés par le serveur",
  "backup.waiting": "Encore à envoyer",
  "backup.aside": "Mis de côté par vous",
  "backup.refused": "Refusés par le serveur",
  "backup.undo": "Annuler la restauration",
  "backup.done": "Terminé",
};
