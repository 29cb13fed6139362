/** The first screen and sample data. */
export const frCHSample = {
  "begin.title": "Commencer",
  "begin.text":
    "Tout marche sur cet appareil, sans réseau ni compte ; se connecter peut attendre.",
  "begin.language": "Langue",
  "begin.empty": "Commencer avec un carnet vide",
  "begin.emptyHint":
    "Rien d’autre à indiquer : saisissez vos premières fiches ou importez-les.",
  "begin.samples": "Essayer avec des exemples",
  "begin.samplesHint": "Une entreprise fictive, retirée d’un clic, sans trace.",
  "begin.samplesBusy":
    "Un instant : l’entreprise fictive s’installe, avec ses visites et ses achats…",
  "begin.restore": "Restaurer une sauvegarde…",
  "begin.restoreHint": "D’un autre appareil, ou d’avant.",
  "samples.here":
    "Ce sont des exemples : une entreprise fictive, sur cet appareil seulement.",
  "samples.remove": "Retirer les exemples",
  "samples.removeText":
    "Les exemples disparaissent de cet appareil, et rien n’en va à un serveur. Vos propres fiches restent.",
  "samples.own_one": "{{count}} saisie à propos d’un exemple part avec.",
  "samples.own_other": "{{count}} saisies à propos d’exemples partent avec.",
  "samples.removed": "Les exemples sont retirés.",
  "samples.failed": "Cela n’a pas abouti ; essayez encore une fois.",
  "samples.connect": "Les exemples sont retirés dès que vous vous connectez.",
};
