export const frCHUpdates = {
  "updates.title": "Mises à jour",
  "updates.state": "Nouvelle version",
  "updates.mayHelp":
    "Une nouvelle version résout peut-être le problème. Elle remplace le programme; vos données restent telles quelles.",
  "updates.check": "Rechercher maintenant",
  "updates.checking": "Recherche en cours…",
  "updates.loading": "Carnet {{version}} se télécharge: {{percent}} %",
  "updates.installing": "Carnet {{version}} s’installe…",
  "updates.notLooked": "Pas encore recherché depuis le démarrage.",
  "updates.newest": "Vous avez la version la plus récente ({{at}}).",
  "updates.off.unsupported":
    "Cette copie ne se remplace pas elle-même: prenez la nouvelle version là d’où elle vient.",
  "updates.off.no-address":
    "Aucune adresse n’est indiquée: rien n’est contacté.",
  "updates.failed.unreachable":
    "Le serveur des mises à jour n’a pas répondu comme il faut. Rien n’a changé.",
  "updates.failed.foreign-feed":
    "Ce qui annonce la nouvelle version ne vient pas de l’éditeur de Carnet. Refusé; rien n’a changé.",
  "updates.failed.changed-package":
    "La nouvelle version a été modifiée en chemin. Refusé; rien n’a changé.",
  "updates.failed.not-installed":
    "Le système n’a pas installé la nouvelle version: c’est toujours l’ancienne. Vos données n’ont pas changé.",
  "updates.failed.disk-full":
    "Le disque est plein: la nouvelle version n’a pas pu y être écrite. Libérez de la place, puis recherchez encore une fois.",
  "updates.failed.disk":
    "La nouvelle version n’a pas pu être écrite sur le disque.",
  "updates.readyText": "Carnet {{version}} est prêt.",
  "updates.replacedText": "Carnet est maintenant en version {{version}}.",
  "updates.whatsNew": "Nouveautés",
  "updates.newIn": "Nouveautés de Carnet {{version}}",
  "updates.restart": "Redémarrer et mettre à jour",
  "updates.later": "Plus tard",
  "updates.seen": "Compris",
  "updates.refused.no-snapshot":
    "Aucune copie de sécurité n’a pu être faite: rien n’a été installé. Réessayez, ou redémarrez d’abord Carnet.",
  "updates.refused.disk-full":
    "Le disque est plein: rien n’a été installé. Libérez de la place, puis réessayez.",
  "updates.refused.not-ready":
    "La nouvelle version n’est plus prête. Recherchez encore une fois.",
  "updates.address": "Adresse des mises à jour",
  "updates.addressHint":
    "Dossier https d’un serveur de fichiers. Vide: celui que le paquet indique. Ne compte que ce que l’éditeur a signé.",
  "updates.addressBad":
    "Rien n’est pris à cette adresse: il faut un dossier en https://.",
  "updates.byItself": "Rechercher automatiquement",
  "updates.byItselfHint":
    "Télécharge en arrière-plan; rien ne s’installe sans vous.",
} as const;
