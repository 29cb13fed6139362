/** Erasing a person at their request. */
export const frCHErasure = {
  "erase.open": "Effacer pour toujours…",
  "erase.title": "Effacer {{name}} ?",
  "erase.text":
    "À la demande de la personne. La fiche et tout ce qui suit disparaissent de tous les appareils, de l’historique, des copies et du serveur. C’est la seule action de Carnet qui ne peut pas être annulée.",
  "erase.goes": "Ce qui disparaît",
  "erase.card": "La fiche avec ses coordonnées et son historique",
  "erase.withIt": "Tout ce qui a été supprimé avec elle",
  "erase.absorbed_one": "{{count}} fiche fusionnée avec elle",
  "erase.absorbed_other": "{{count}} fiches fusionnées avec elle",
  "erase.interactions_one": "{{count}} interaction",
  "erase.interactions_other": "{{count}} interactions",
  "erase.tasks_one": "{{count}} tâche",
  "erase.tasks_other": "{{count}} tâches",
  "erase.opportunities_one": "{{count}} opportunité",
  "erase.opportunities_other": "{{count}} opportunités",
  "erase.notes_one": "{{count}} note",
  "erase.notes_other": "{{count}} notes",
  "erase.files_one": "{{count}} image ou fichier",
  "erase.files_other": "{{count}} images ou fichiers",
  "erase.openWork_one": "dont {{count}} en cours",
  "erase.openWork_other": "dont {{count}} en cours",
  "erase.stays": "Ce qui reste",
  "erase.staysLog":
    "Une ligne dans Paramètres, Effacements : qui l’a fait, quand, et combien",
  "erase.staysSales_one": "{{count}} opportunité, sans texte, chez la société",
  "erase.staysSales_other":
    "{{count}} opportunités, sans texte, chez la société",
  "erase.staysAccount": "La fiche comptable liée : elle appartient à l’ERP",
  "erase.staysPeople_one":
    "{{count}} personne de la société, qui devient indépendante",
  "erase.staysPeople_other":
    "{{count}} personnes de la société, qui deviennent indépendantes",
  "erase.mentions_one":
    "{{count}} autre texte contient ce nom et n’est pas modifié :",
  "erase.mentions_other":
    "{{count}} autres textes contiennent ce nom et ne sont pas modifiés :",
  "erase.offline":
    "Cet appareil n’est pas connecté en ce moment : la demande est gardée et exécutée à la prochaine synchronisation.",
  "erase.confirm": "Tapez le nom pour confirmer",
  "erase.confirmWrong": "Le nom est : {{name}}",
  "erase.submit": "Effacer pour toujours",
  "erase.asked":
    "L’effacement est demandé. Il est exécuté dès que le serveur répond.",
  "erase.pending":
    "L’effacement de cette fiche est demandé. Il est exécuté à la prochaine synchronisation.",
  "erase.withdraw": "Retirer la demande",
  "erase.withdrawn": "La demande d’effacement est retirée.",
  "erase.underWay":
    "La demande est déjà en route : elle ne peut plus être retirée.",
  "erase.gone": "Cette fiche a été effacée à la demande de la personne.",
  "erase.section": "Effacements",
  "erase.sectionHint":
    "Les personnes effacées à leur demande : qui l’a fait et quand. Aucune de leurs données n’est gardée.",
  "erase.none": "Personne n’a été effacé.",
  "erase.line": "Contact {{no}}",
  "erase.lineNoNo": "Un contact",
  "erase.by": "par {{name}}",
  "erase.records_one": "{{count}} document",
  "erase.records_other": "{{count}} documents",
  "erase.waits": "demandé, attend la synchronisation",
  "erase.hereWaits":
    "Sur cet appareil, ses traces peuvent encore se trouver dans des fichiers. Ils seront refaits au prochain démarrage, ou maintenant.",
  "erase.hereNow": "Nettoyer maintenant",
  "erase.hereLooking":
    "Sur cet appareil, les fichiers sont neufs ; les restes sont recherchés…",
  "erase.hereClean":
    "Sur cet appareil, {{moment}} : {{count}} documents et fichiers fouillés, rien trouvé.",
  "erase.hereMentions":
    "Sur cet appareil, {{moment}} : {{count}} documents et fichiers fouillés. Textes d’autres fiches qui contiennent encore le nom ou un texte : {{mentions}}.",
  "erase.hereBlind_one":
    "Sur cet appareil, {{moment}} : de {{count}} contact, rien n’est connu ici qui permette de le retrouver à coup sûr ; il n’a pas été recherché.",
  "erase.hereBlind_other":
    "Sur cet appareil, {{moment}} : de {{count}} contacts, rien n’est connu ici qui permette de les retrouver à coup sûr ; ils n’ont pas été recherchés.",
  "erase.hereLeft":
    "Sur cet appareil, {{moment}} : il reste quelque chose à {{count}} endroits hors des fiches. Faites appel à votre informatique.",
  "erase.hereLater":
    "Ce n’est pas possible maintenant : la synchronisation doit d’abord avoir fini.",
  "action.eraseContact": "Effacement demandé",
  "refused.erased":
    "Le contact a été effacé entre-temps à la demande de la personne. Ce qui a été saisi à son sujet n’est pas gardé.",
  "refused.absorbed":
    "Le contact a été fusionné entre-temps avec un autre. Effacez l’autre fiche.",
};
