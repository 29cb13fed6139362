/** The words of the meeting brief in French (Switzerland), the measure of the other languages. */
export const frCHBrief = {
  "palette.cmd.brief": "Préparation de visite",
  "brief.open": "Préparer la visite",
  "brief.openOf": "Préparer la visite : {{name}}",
  "brief.openCard":
    "Ouvrez d’abord une fiche : la préparation est celle d’un contact.",
  "brief.title": "Préparation de visite",
  "brief.of": "Préparation de visite : {{name}}",
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
  "brief.never": "Jamais acheté :",
  "brief.people": "Collaborateurs",
  "brief.colleagues": "Autres personnes chez {{company}}",
  "brief.noPeople": "Personne d’autre pour l’instant.",
  "brief.met": "vu le {{day}}",
  "brief.ask.promised": "{{what}} (prévu le {{day}}) : est-ce fait ?",
  "brief.ask.agreed": "{{what}} (prévu le {{day}}) : cela tient-il toujours ?",
  "brief.ask.putOff": "{{what}} (reporté au {{day}}) : qu’est-ce qui manque ?",
  "brief.ask.unfinished":
    "L’interaction du {{day}} est ajournée : terminer ce qui a été commencé.",
  "brief.ask.decision":
    "{{what}} (conclusion prévue le {{day}}) : où en est la décision ?",
  "brief.ask.quote":
    "{{what}} : l’étape « {{stage}} » demande une offre. Peut-on l’établir ?",
  "brief.ask.stage": "{{what}} : que faut-il pour passer à « {{stage}} » ?",
  "brief.ask.closing": "{{what}} : qu’est-ce qui empêche encore de conclure ?",
  "brief.ask.mend":
    "La visite du {{day}} s’est mal passée : qu’est-ce qui a changé depuis ?",
  "brief.notes": "Notes",
  "brief.ask.since": "Le {{day}} : « {{what}} ». Où cela en est-il ?",
  "brief.ask.noNextStep":
    "Aucune suite prévue depuis le {{day}} : convenir de la prochaine étape.",
  "brief.ask.first":
    "Première rencontre : besoins, fournisseurs actuels, qui décide, quand ?",
  "brief.ask.lapsed":
    "{{what}} (dernier achat {{day}}) : pourquoi plus depuis ?",
  "brief.ask.never_one":
    "{{what}} : jamais acheté, {{count}} client semblable l’achète. En parler.",
  "brief.ask.never_other":
    "{{what}} : jamais acheté, {{count}} clients semblables l’achètent. En parler.",
  "brief.ask.whoDecides":
    "Aucune personne connue dans la société : qui décide ?",
  "brief.ask.missing": "À compléter sur la fiche : {{fields}}.",
};
