/** The words of the meeting brief in French (Switzerland), the measure of the other languages. */
export const frCHBrief = {
  "brief.open": "Préparer la visite",
  "brief.openOf": "Préparer la visite\u00a0: {{name}}",
  "brief.openCard":
    "Ouvrez d’abord une fiche\u00a0: la préparation est celle d’un contact.",
  "brief.title": "Préparation de visite",
  "brief.of": "Préparation de visite\u00a0: {{name}}",
  "brief.file": "visite",
  "brief.print": "Imprimer",
  "brief.pdf": "Enregistrer en PDF",
  "brief.saved": "Préparation enregistrée.",
  "brief.customer": "client {{no}}",
  "brief.more_one": "et {{count}} autre",
  "brief.more_other": "et {{count}} autres",
  "brief.ask": "À demander",
  "brief.visits": "Dernières visites",
  "brief.noVisits": "Aucune visite notée.",
  "brief.tasks": "Tâches ouvertes",
  "brief.noTasks": "Aucune.",
  "brief.sales": "Opportunités en cours",
  "brief.noSales": "Aucune.",
  "brief.purchases": "Achats",
  "brief.notCustomer": "Pas un client.",
  "brief.noPurchases": "Aucun achat.",
  "brief.product": "Produit (CHF)",
  "brief.total": "Total",
  "brief.all": "Tous les produits",
  "brief.last": "Dernier",
  "brief.never": "Jamais acheté\u00a0:",
  "brief.people": "Collaborateurs",
  "brief.colleagues": "Autres personnes chez {{company}}",
  "brief.noPeople": "Personne d’autre pour l’instant.",
  "brief.met": "vu le {{day}}",
  "brief.ask.promised": "{{what}} (prévu le {{day}})\u00a0: est-ce fait\u00a0?",
  "brief.ask.agreed":
    "{{what}} (prévu le {{day}})\u00a0: cela tient-il toujours\u00a0?",
  "brief.ask.putOff":
    "{{what}} (reporté au {{day}})\u00a0: qu’est-ce qui manque\u00a0?",
  "brief.ask.unfinished":
    "L’interaction du {{day}} est ajournée\u00a0: terminer ce qui a été commencé.",
  "brief.ask.decision":
    "{{what}} (conclusion prévue le {{day}})\u00a0: où en est la décision\u00a0?",
  "brief.ask.quote":
    "{{what}}\u00a0: l’étape «\u00a0{{stage}}\u00a0» demande une offre. Peut-on l’établir\u00a0?",
  "brief.ask.stage":
    "{{what}}\u00a0: que faut-il pour passer à «\u00a0{{stage}}\u00a0»\u00a0?",
  "brief.ask.closing":
    "{{what}}\u00a0: qu’est-ce qui empêche encore de conclure\u00a0?",
  "brief.ask.mend":
    "La visite du {{day}} s’est mal passée\u00a0: qu’est-ce qui a changé depuis\u00a0?",
  "brief.notes": "Notes",
  "brief.ask.since":
    "Le {{day}}\u00a0: «\u00a0{{what}}\u00a0». Où cela en est-il\u00a0?",
  "brief.ask.noNextStep":
    "Aucune suite prévue depuis le {{day}}\u00a0: convenir de la prochaine étape.",
  "brief.ask.first":
    "Première rencontre\u00a0: besoins, fournisseurs actuels, qui décide, quand\u00a0?",
  "brief.ask.lapsed":
    "{{what}} (dernier achat {{day}})\u00a0: pourquoi plus depuis\u00a0?",
  "brief.ask.never_one":
    "{{what}}\u00a0: jamais acheté, {{count}} client semblable l’achète. En parler.",
  "brief.ask.never_other":
    "{{what}}\u00a0: jamais acheté, {{count}} clients semblables l’achètent. En parler.",
  "brief.ask.whoDecides":
    "Aucune personne connue dans la société\u00a0: qui décide\u00a0?",
  "brief.ask.missing": "À compléter sur la fiche\u00a0: {{fields}}.",
};
