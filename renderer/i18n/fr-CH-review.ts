/** The words for what was sent, merged and changed: conflicts, history, the outbox's own actions. */
export const frCHReview = {
  "conflicts.title_one": "{{count}} conflit à trancher",
  "conflicts.title_other": "{{count}} conflits à trancher",
  "conflicts.hint":
    "La même chose a été changée à deux endroits ; les deux valeurs sont gardées. 1 la mienne, 2 la leur, E une autre, Entrée applique et passe à la suivante.",
  "conflicts.all.mine": "La mienne partout",
  "conflicts.all.theirs": "La leur partout",
  "conflicts.settled_one": "{{count}} conflit tranché.",
  "conflicts.settled_other": "{{count}} conflits tranchés.",
  "conflicts.settledOne": "Tranché : {{field}}.",
  "conflicts.before": "Avant",
  "conflicts.mine": "La mienne",
  "conflicts.theirs": "La leur",
  "conflicts.inForce": "en vigueur",
  "conflicts.otherValue": "Autre valeur",
  "conflicts.apply": "Appliquer",
  "conflicts.enter": "Entrée",
  "conflicts.since":
    "Changé encore depuis : {{value}}. Appliquer garde cette valeur tant que vous n’en choisissez pas une autre.",
  "conflicts.why": "Pourquoi est-ce arrivé ?",
  "conflicts.whyText":
    "{{field}} a été changé de deux côtés sans que l’un voie l’autre : {{one}} ; {{other}}.",
  "conflicts.whyLater": "La plus récente est en vigueur jusqu’à votre choix.",
  "conflicts.whyRule":
    "Une règle passe ici avant l’heure : cette valeur l’emporte même si elle est plus ancienne.",
  "conflicts.deleted":
    "Supprimé d’un côté ({{deleted}}), modifié de l’autre ({{changed}}). La modification est gardée et la fiche reste ; vous pouvez la supprimer de nouveau.",
  "conflicts.keepIt": "Garder",
  "conflicts.kept": "Gardé.",
  "diff.added": "ajouté : ",
  "diff.removed": "enlevé : ",
};
