/** The words of the Sync, Connect and Settings screens and of the vault, beside those in fr-CH.ts. */
export const frCHOffice = {
  "value.yes": "oui",
  "value.no": "non",
  "flow.in": "entrant",
  "flow.out": "sortant",
  "initiatedBy.us": "nous",
  "initiatedBy.them": "eux",
  "priority.low": "basse",
  "priority.normal": "normale",
  "priority.high": "haute",
  "field.team": "Équipe",
  "field.location": "Lieu",
  "field.closedOn": "Terminé le",
  "field.quoteNo": "Numéro de l’offre",
  "field.quoteMinor": "Total de l’offre",
  "field.entries": "Étape",
  "field.cycle": "Cycle de vente",
  "field.createdOn": "Créée le",
  "field.completedBy": "Terminé par",
  "field.canceled": "Annulé",
  "field.postponed": "Reporté",
  "field.amends": "Corrige",
  "field.attendees": "Aussi présents",
  "field.contactVia": "Contacté par",
  "field.privacyBlocked": "Bloqué (protection des données)",
  "field.minor": "Mineur",
  "field.parentalConsent": "Accord des parents",
  "field.excludeFromSegment": "Exclu des segments",
  "field.aliases": "Anciens numéros",
  "field.relations": "Relations d’affaires",
  "field.altAddresses": "Autres adresses",
  "field.webSources": "Sources web",
  "field.field": "Champ",
  "field.text": "Texte",
  "field.kind": "Genre",
  "details.show": "Détails",
  "syncPage.showMore": "Afficher la suite ({{n}})",
  "syncPage.order": "N° d’ordre {{n}}",
  "syncPage.connection": "Connexion",
  "syncPage.manage": "Gérer dans les paramètres",
  "syncPage.soon": "à l’instant",
  "syncPage.countsEmpty": "Rien pour l’instant.",
  "syncProblem.unreachable": "Le serveur n’était pas joignable.",
  "syncPage.value": "Valeur",
  "syncPage.notYet": "pas depuis l’ouverture de Carnet",
  "connect.again": "Reconnecter",
  "connect.againIntro":
    "Le serveur ne reconnaît plus cet appareil. Demandez un nouveau code à votre service informatique ; tout ce que vous avez saisi est gardé.",
  "refused.named":
    "Pas accepté : {{field}}. Corrigez ce champ sur la fiche ; le reste est gardé ici.",
  "refused.not_found":
    "Le serveur n’a plus cette fiche, ou elle ne vous est plus accessible. Copiez le texte et saisissez-le dans une autre fiche.",
  "refused.forbidden":
    "Votre rôle ne permet pas cette modification. Demandez à la personne responsable ou au service informatique.",
  "refused.no_set_up":
    "La société n’est pas encore configurée : un responsable le fait d’abord (Paramètres). Réessayez ensuite à partir d’ici ; tout y est gardé.",
  "refused.invalid_field":
    "Une des valeurs n’est pas acceptée (voir les détails). Corrigez-la sur la fiche ; le reste est gardé ici.",
  "refused.privacy_blocked":
    "Ce contact est bloqué (protection des données) : rien de nouveau ne peut être noté sur lui.",
  "refused.in_use":
    "Ce contact a encore des tâches ou opportunités ouvertes. Terminez-les, puis supprimez-le.",
  "refused.in_progress":
    "Une opportunité en cours ne se supprime pas. Concluez-la d’abord (gagnée ou perdue).",
  "refused.quote_taken":
    "Cette offre appartient entre-temps à une autre opportunité. Corrigez le numéro ou retirez-le, puis renvoyez : tout le reste est gardé ici.",
  "refused.quote_without_company":
    "Une offre s’adresse à une société. Retirez le numéro de l’offre ou choisissez un contact d’une société.",
  "refused.has_people":
    "Une société ne part qu’avec toutes ses personnes : une collègue ou un collègue vient d’en ajouter une. Regardez, puis supprimez encore une fois.",
  "refused.has_work":
    "Quelqu’un vient de consigner quelque chose avec cette personne. Regardez, puis supprimez encore une fois.",
  "refused.type_kept":
    "Le contact garde son type : quelque chose s’y oppose entre-temps (voir les détails).",
  "refused.document_too_large":
    "La fiche est devenue trop grande pour le serveur. Raccourcissez les textes.",
  "refused.bad_group":
    "Le serveur n’a pas compris cette saisie. Copiez le texte et envoyez les détails à votre service informatique.",
  "refused.unstorable":
    "Un caractère ne peut pas être enregistré. Saisissez le texte à nouveau, sans coller.",
  "refused.series_ended":
    "La souche de numéros est épuisée. Le service informatique doit en ouvrir une nouvelle.",
  "refused.series_passed":
    "Le dernier numéro est inférieur à des numéros déjà attribués. Choisissez-en un plus élevé.",
  "refused.other":
    "Le serveur n’a pas accepté cette saisie (voir les détails).",
  "syncProblem.offline":
    "Pas de réseau en ce moment. L’envoi reprend tout seul.",
  "syncProblem.dns":
    "L’adresse du serveur n’est pas trouvée sur ce réseau. L’envoi reprend tout seul.",
  "syncProblem.refused": "Le serveur ne répond pas. L’envoi reprend tout seul.",
  "syncProblem.timeout":
    "Le serveur répond trop lentement. L’envoi reprend tout seul.",
  "syncProblem.cut": "La liaison s’est interrompue. L’envoi reprend tout seul.",
  "syncProblem.network":
    "Le serveur n’est pas joignable. L’envoi reprend tout seul.",
  "syncProblem.certificate":
    "Le certificat du serveur n’est pas valable : rien n’est envoyé. Parlez-en à votre service informatique.",
  "syncProblem.not-carnet":
    "À l’adresse du serveur, autre chose répond (par exemple la page de connexion d’un hôtel). L’envoi reprend tout seul.",
  "syncProblem.answer-not-understood":
    "La réponse du serveur n’est pas lisible. L’envoi sera réessayé.",
  "syncProblem.server-error": "Le serveur a une panne. L’envoi sera réessayé.",
  "syncProblem.disk":
    "Le disque de cet ordinateur a refusé d’écrire. Libérez de la place ; l’envoi sera réessayé.",
  "syncProblem.local_store":
    "La copie locale n’a pas pu être écrite. Vos saisies sont dans le journal ; l’envoi sera réessayé.",
  "syncProblem.unauthenticated":
    "Le serveur ne reconnaît plus cet appareil. Demandez un nouveau code et reconnectez-le ; vos saisies sont gardées.",
  "syncProblem.revoked":
    "Le service informatique a retiré l’accès de cet appareil. Vos saisies sont gardées.",
  "syncProblem.forbidden":
    "Le serveur refuse l’accès. Parlez-en à votre service informatique ; vos saisies sont gardées.",
  "syncProblem.device_forked":
    "Ce profil a été copié : un autre appareil envoie sous le même nom. Déconnectez et reconnectez celui-ci ; vos saisies sont gardées.",
  "syncProblem.device_mismatch":
    "Le serveur attend un autre appareil. Déconnectez et reconnectez celui-ci ; vos saisies sont gardées.",
  "syncProblem.client_too_old":
    "Cette version de Carnet est trop ancienne pour le serveur. Installez la nouvelle ; vos saisies sont gardées.",
  "syncProblem.too_many":
    "Le serveur demande de patienter un moment. L’envoi reprend tout seul.",
  "syncProblem.busy": "Le serveur est occupé. L’envoi reprend tout seul.",
  "syncProblem.other":
    "Le serveur n’a pas accepté l’échange (voir les détails). Il sera réessayé.",
  "connect.needDevice": "Donnez un nom à cet appareil.",
  "connect.fail.other-company":
    "Ce serveur est celui d’une autre société ; ce carnet contient déjà les données d’une première. Ouvrez un profil séparé pour elle.",
  "connect.fail.disk":
    "Connecté, mais le disque de cet ordinateur a refusé d’écrire. Libérez de la place et demandez un nouveau code.",
  "connect.deviceHint": "Ainsi votre service informatique le reconnaît.",
  "connect.kept": "Ce que vous avez tapé est gardé.",
  "vault.show": "Afficher la phrase secrète",
  "vault.hide": "Masquer la phrase secrète",
  "vault.failed":
    "La clé n’a pas pu être écrite sur le disque. Rien n’a été changé ; libérez de la place et réessayez.",
  "settings.theme": "Thème",
  "settings.useToday": "Utiliser la date du jour",
  "settings.workDateSet": "« Aujourd’hui » est le {{day}}.",
  "settings.workDateNone":
    "« Aujourd’hui » suit la date de cet ordinateur : {{day}}.",
  "settings.device": "Appareil",
  "settings.user": "Personne",
  "settings.role.salesperson": "vente",
  "settings.role.manager": "direction",
  "settings.role.marketing": "marketing",
  "settings.role.admin": "administration",
  "settings.sendFirst": "Envoyer d’abord",
  "settings.disconnectNothing": "Rien n’attend : tout a été envoyé.",
  "settings.disconnected": "Déconnecté. Tout ce qui attend est gardé.",
  "settings.disconnectAgain":
    "Pour vous reconnecter, il faut un nouveau code de votre service informatique.",
  "settings.protection": "Protection",
  "settings.byKeystore":
    "Chiffré sur cet appareil ; la clé est dans le trousseau du système.",
  "settings.byPassphrase":
    "Chiffré sur cet appareil ; la clé est protégée par votre phrase secrète.",
  "settings.versionName": "Version",
  "settings.folder": "Dossier des données",
  "settings.licenceName": "Licence",
  "settings.failed":
    "Pas enregistré : le disque n’a pas répondu. Le réglage est resté comme avant.",
} as const;
