/** Help and release notes. */
export const frCHHelp = {
  "help.title": "Aide",
  "help.search": "Chercher dans l’aide",
  "help.none": "Rien dans l’aide sur «\u00a0{{text}}\u00a0».",
  "help.toKeys": "Voir les raccourcis clavier",
  "help.toNews": "Voir les nouveautés",
  "help.find.title": "Trouver un contact",
  "help.find.text":
    "Appuyez sur Ctrl K et tapez quelques lettres d’un nom, d’une localité, d’un numéro ou d’une note\u00a0: sociétés, personnes, visites et tâches apparaissent à mesure. ⏎ ouvre la fiche. Dans la liste, / filtre ce qui est affiché, et les vues du haut gardent un filtre, un ordre et des colonnes sous un nom.",
  "help.contact.title": "Saisir une société ou une personne",
  "help.contact.text":
    "C ouvre une nouvelle société, N le menu des trois sortes de contacts. Seul le nom est nécessaire. Une personne reprend l’adresse et les secteurs de sa société tant que vous n’y mettez pas votre propre valeur. Sur la fiche, cliquez sur une valeur ou appuyez sur ⏎ pour la changer\u00a0; elle est enregistrée aussitôt et Ctrl Z revient en arrière.",
  "help.visit.title": "Noter une visite ou un appel",
  "help.visit.text":
    "V ouvre la feuille de visite pour le contact ouvert\u00a0: date, évaluation, notes et, si vous voulez, la prochaine tâche. Une phrase suffit aussi\u00a0: tapez dans Ctrl K «\u00a0Visite chez Rochat hier, bien passé, offre vendredi\u00a0». Après un appel lancé depuis une fiche, Carnet propose de le noter, durée comprise.",
  "help.plan.title": "Planifier\u00a0: tâches et opportunités",
  "help.plan.text":
    "T crée une tâche avec son échéance\u00a0; Aujourd’hui montre ce qui est dû et en retard. Une opportunité avance d’étape en étape, et chaque étape peut demander une tâche. Les rappels du système se règlent dans Paramètres › Notifications.",
  "help.week.title": "Rattraper la semaine",
  "help.week.text":
    "Semaine rassemble les visites de la semaine dans une grille et propose ce que les tâches, les appels et vos habitudes laissent deviner. On y écrit ligne après ligne, au clavier seulement si l’on veut\u00a0; ⏎ enregistre la ligne.",
  "help.import.title": "Importer et exporter",
  "help.import.text":
    "Déposez un fichier .vcf ou .csv sur la fenêtre, ou ouvrez Importation. Un aperçu dit ce qui est nouveau, déjà là ou différent avant que rien ne soit écrit\u00a0; une seule annulation reprend tout. Une fiche se glisse hors de la fenêtre comme fichier .vcf.",
  "help.double.title": "Réunir des doublons",
  "help.double.text":
    "Doublons compare les contacts et les range en sûrs, probables et à regarder. Pour chaque champ, vous choisissez la valeur qui reste\u00a0; rien ne se perd, et la fusion se défait plus tard aussi.",
  "help.sync.title": "Travailler sans réseau",
  "help.sync.text":
    "Tout s’enregistre d’abord sur cet appareil et se synchronise dès que la ligne est là. La barre du bas dit ce qui attend dans la boîte d’envoi. Si deux personnes ont changé le même champ, Synchronisation montre les deux valeurs et vous choisissez. Pour partager le carnet avec des collègues, connectez-le au serveur de la société : Synchronisation › Connecter, avec l’adresse et le code de votre service informatique.",
  "help.safe.title": "Verrouiller et sauvegarder",
  "help.safe.text":
    "Ctrl L verrouille le carnet\u00a0; il le fait aussi seul après quelques minutes (Paramètres › Sécurité). Notez-y le code de secours\u00a0: il ouvre le carnet si la phrase de passe est oubliée. Paramètres › Sauvegarde met tout le carnet dans un fichier chiffré.",
  "help.keys.title": "Tout au clavier",
  "help.keys.text":
    "? montre toutes les commandes avec leurs touches\u00a0; chacune peut en recevoir une autre. F6 passe d’une partie de la fenêtre à l’autre, Échap ferme un niveau à la fois, Ctrl ⏎ enregistre un formulaire.",
  "news.title": "Nouveautés",
  "news.version": "Version {{version}}",
  "news.updated": "Carnet est maintenant en version {{version}}.",
  "news.show": "Nouveautés",
  "news.0_1.1":
    "L’écran Aujourd’hui\u00a0: ce qui est dû, qui n’a pas encore été noté cette semaine, ce qui attend d’être envoyé.",
  "news.0_1.2": "La semaine entière dans une grille, avec des propositions.",
  "news.0_1.3":
    "La liste des contacts comme tableau, avec filtres, vues et modification en série.",
  "news.0_1.4":
    "Importation de cartes de visite et de tableaux avec aperçu, doublons réunis et séparés de nouveau.",
  "news.0_1.5": "Lettres, étiquettes et préparation de visite sur papier.",
  "news.0_1.6": "Verrouillage, code de secours et sauvegarde chiffrée.",
  "news.0_1.7":
    "Toutes les commandes avec leurs touches, que l’on peut changer\u00a0; contraste élevé\u00a0; cette aide.",
  "outside.map": "Ouvrir sur une carte",
  "settings.maps": "Cartes",
  "settings.mapsIn": "Ouvrir les adresses dans",
  "settings.mapsHint": "Seul le lieu est transmis, sans le nom du contact.",
  "settings.maps.openstreetmap": "OpenStreetMap",
  "settings.maps.swisstopo": "map.geo.admin.ch",
  "settings.maps.google": "Google Maps",
  "settings.contrast": "Contraste élevé",
  "settings.contrastHint":
    "Textes et bords plus nets\u00a0; suit aussi le réglage du système.",
} as const;
