/** Set-up of number series and of the search for duplicates. */
export const frCHNumbering = {
  "series.contacts": "Contacts",
  "series.opportunities": "Opportunités",
  "series.tasks": "Tâches",
  "series.customers": "Clients",
  "series.vendors": "Fournisseurs",
  "series.banks": "Comptes bancaires",
  "series.employees": "Employés",
  "series.edit": "Modifier…",
  "series.editOf": "Modifier… {{name}}",
  "series.title": "Souche de numéros : {{name}}",
  "series.about":
    "Les lettres du premier numéro et le nombre de ses chiffres valent pour tous les suivants. Un numéro attribué ne change plus et n’est jamais réattribué.",
  "series.first": "Premier numéro",
  "series.firstHint":
    "Le suivant est celui-ci, ou le prochain qui est encore libre.",
  "series.last": "Dernier numéro",
  "series.lastHint": "Vide : jusqu’à ce que les chiffres soient épuisés.",
  "series.gaps": "Lacunes admises (sinon aucune réserve par appareil)",
  "series.manual": "Numéros saisis à la main admis",
  "series.from": "dès {{first}}",
  "series.noGaps": "sans lacunes",
  "series.noManual": "pas de saisie à la main",
  "series.problem.series-no-digits":
    "Un numéro se termine par des chiffres, douze au plus : CT000001.",
  "series.problem.series-provisional":
    "Le signe ~ est réservé aux numéros provisoires.",
  "series.problem.series-other-pattern":
    "Les lettres et le nombre de chiffres doivent être ceux du premier numéro.",
  "series.problem.series-backwards": "Le dernier numéro est avant le premier.",
  "series.problem.too-long": "20 caractères au plus.",
  "duplicates.title": "Doublons",
  "duplicates.hint":
    "Ce qui fait soupçonner que deux fiches sont le même contact. Un avertissement, jamais un refus.",
  "duplicates.autosearch": "Recherche automatique",
  "duplicates.autosearchHint":
    "Cherche à chaque enregistrement. A besoin des chaînes de recherche.",
  "duplicates.strings": "Tenir à jour les chaînes de recherche",
  "duplicates.stringsHint": "Sans elles, rien n’est recherché.",
  "duplicates.normaliser": "Écritures suisses égales",
  "duplicates.normaliserHint":
    "Zürich et Zuerich, 044 et +41 44, TVA, MWST et IVA comptent pour la même chose.",
  "duplicates.hit": "Pourcentage de concordance",
  "duplicates.hitHint": "{{needed}} chaînes sur {{of}} doivent concorder.",
  "duplicates.types": "Qui est comparé",
  "duplicates.types.both": "Sociétés et personnes",
  "duplicates.types.company": "Sociétés",
  "duplicates.types.person": "Personnes",
  "duplicates.rows": "Chaînes de recherche",
  "duplicates.rowsAbout":
    "Le début ou la fin d’un champ, sans espaces ni ponctuation. Les lignes comptent aussi quand le champ est vide.",
  "duplicates.needed": "{{needed}} sur {{of}} doivent concorder",
  "duplicates.field": "Champ",
  "duplicates.part": "Partie",
  "duplicates.length": "Longueur",
  "duplicates.first": "début",
  "duplicates.last": "fin",
  "duplicates.twice": "Deux fois la même ligne : {{row}}.",
  "duplicates.tooMany": "{{count}} lignes au plus.",
  "duplicates.noRows": "Sans aucune ligne, rien ne serait comparé.",
  "duplicates.reset": "Comme au début",
};
