/** The words of the list of devices and of what a revoked one shows, beside those in fr-CH.ts. */
export const frCHDevices = {
  "devices.yours": "Vos appareils",
  "devices.everyones": "Tous les appareils",
  "devices.this": "cet appareil",
  "devices.seen": "Vu le {{moment}}",
  "devices.enrolled": "connecté le {{day}}",
  "devices.revoked": "révoqué",
  "devices.unknown":
    "La liste vient du serveur, qui ne répond pas en ce moment.",
  "devices.revoke": "Révoquer",
  "devices.revokeTitle": "Révoquer « {{name}} » ?",
  "devices.revokeText":
    "Appareil de {{user}}, vu la dernière fois le {{moment}}. Dès son prochain contact, il ne reçoit ni n’envoie plus rien. Une révocation ne s’annule pas : pour revenir, il faut un nouveau code.",
  "devices.wipe": "Effacer Carnet sur cet appareil",
  "devices.wipeOn":
    "Au prochain contact, la clé des données y est détruite. Ce qui n’avait pas été envoyé de cet appareil est perdu. Sans connexion, rien n’est effacé.",
  "devices.wipeOff":
    "Les données restent lisibles sur l’appareil. Ce qui attend y est gardé et part après une nouvelle connexion.",
  "devices.confirm": "Tapez le nom de l’appareil pour confirmer",
  "devices.confirmWrong": "Ce n’est pas le nom de l’appareil : {{name}}",
  "devices.done": "{{name}} est révoqué.",
  "devices.failed":
    "Pas révoqué : le serveur n’a pas répondu. Rien n’a changé.",
  "erased.title": "Cet appareil a été révoqué",
  "erased.text":
    "Votre administration a révoqué cet appareil. La clé de ses données a été détruite : les contacts, les visites et les brouillons qui étaient ici ne peuvent plus être lus par personne.",
  "erased.sent": "Ce qui avait été envoyé est sur le serveur.",
  "erased.nothingLost": "Rien n’attendait l’envoi.",
  "erased.lost_one":
    "{{count}} saisie n’avait pas encore été envoyée : elle est perdue.",
  "erased.lost_other":
    "{{count}} saisies n’avaient pas encore été envoyées : elles sont perdues.",
  "erased.next":
    "Pour travailler de nouveau avec Carnet sur cet appareil, recommencez et connectez-le avec un nouveau code de votre service informatique.",
  "erased.again": "Recommencer",
  "erased.failed":
    "Les anciens fichiers n’ont pas pu être supprimés. Réessayez, ou redémarrez Carnet.",
} as const;
