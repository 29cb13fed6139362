import type { OfficeWords } from "./office-words.ts";

export const itCHOffice: OfficeWords = {
  "value.yes": "sì",
  "value.no": "no",
  "flow.in": "in entrata",
  "flow.out": "in uscita",
  "initiatedBy.us": "noi",
  "initiatedBy.them": "loro",
  "priority.low": "bassa",
  "priority.normal": "normale",
  "priority.high": "alta",
  "field.team": "Team",
  "field.location": "Luogo",
  "field.closedOn": "Chiuso il",
  "field.quoteNo": "Numero dell’offerta",
  "field.quoteMinor": "Totale dell’offerta",
  "field.entries": "Fase",
  "field.cycle": "Ciclo di vendita",
  "field.createdOn": "Creata il",
  "field.completedBy": "Completato da",
  "field.canceled": "Annullato",
  "field.postponed": "Rinviato",
  "field.amends": "Corregge",
  "field.attendees": "Anche presenti",
  "field.contactVia": "Contattato tramite",
  "field.privacyBlocked": "Blocco privacy",
  "field.minor": "Minorenne",
  "field.parentalConsent": "Consenso dei genitori",
  "field.excludeFromSegment": "Escluso dai segmenti",
  "field.aliases": "Numeri precedenti",
  "field.relations": "Relazioni d’affari",
  "field.altAddresses": "Altri indirizzi",
  "field.webSources": "Fonti web",
  "field.field": "Campo",
  "field.text": "Testo",
  "field.kind": "Genere",
  "details.show": "Dettagli",
  "syncPage.showMore": "Mostra altri ({{n}})",
  "syncPage.order": "N. progressivo {{n}}",
  "syncPage.connection": "Collegamento",
  "syncPage.manage": "Gestisci nelle impostazioni",
  "syncPage.soon": "a momenti",
  "syncPage.countsEmpty": "Ancora nulla.",
  "syncProblem.unreachable": "Il server non era raggiungibile.",
  "syncPage.value": "Valore",
  "syncPage.notYet": "non dall’apertura di Carnet",
  "connect.again": "Ricollega",
  "connect.againIntro":
    "Il server non riconosce più questo dispositivo. Chieda un nuovo codice al servizio informatico; tutto ciò che ha inserito è conservato.",
  "refused.named":
    "Non accettato: {{field}}. Corregga questo campo sulla scheda; il resto è conservato qui.",
  "refused.not_found":
    "Il server non ha più questa scheda, o non le è più accessibile. Copi il testo e lo inserisca in un’altra scheda.",
  "refused.forbidden":
    "Il suo ruolo non consente questa modifica. Chieda alla persona responsabile o al servizio informatico.",
  "refused.no_set_up":
    "La società non ha ancora impostazioni: le definisce prima un responsabile (Impostazioni). Poi riprovi da qui; qui è conservato tutto.",
  "refused.invalid_field":
    "Uno dei valori non è accettato (veda i dettagli). Lo corregga sulla scheda; il resto è conservato qui.",
  "refused.privacy_blocked":
    "Questo contatto è bloccato (protezione dei dati): su di esso non si può annotare nulla di nuovo.",
  "refused.in_use":
    "Questo contatto ha ancora attività o opportunità aperte. Le chiuda, poi elimini il contatto.",
  "refused.in_progress":
    "Un’opportunità in corso non si elimina. Prima va chiusa (vinta o persa).",
  "refused.quote_taken":
    "Nel frattempo questa offerta appartiene a un’altra opportunità. Corregga o tolga il numero e invii di nuovo: tutto il resto è conservato qui.",
  "refused.quote_without_company":
    "Un’offerta si rivolge a una società. Tolga il numero dell’offerta o scelga un contatto di una società.",
  "refused.has_people":
    "Una società va solo con tutte le sue persone: qualcuno ne ha appena aggiunta una. Guardi, poi elimini di nuovo.",
  "refused.has_work":
    "Qualcuno ha appena registrato qualcosa con questa persona. Guardi, poi elimini di nuovo.",
  "refused.type_kept":
    "Il contatto mantiene il suo tipo: nel frattempo qualcosa vi si oppone (veda i dettagli).",
  "refused.document_too_large":
    "La scheda è diventata troppo grande per il server. Accorci i testi.",
  "refused.bad_group":
    "Il server non ha capito questa voce. Copi il testo e invii i dettagli al servizio informatico.",
  "refused.unstorable":
    "Un carattere non può essere salvato. Inserisca di nuovo il testo, senza incollarlo.",
  "refused.series_ended":
    "La serie di numeri è esaurita. Il servizio informatico deve aprirne una nuova.",
  "refused.series_passed":
    "L’ultimo numero è inferiore a numeri già assegnati. Ne scelga uno più alto.",
  "refused.other": "Il server non ha accettato questa voce (veda i dettagli).",
  "syncProblem.offline": "Nessuna rete al momento. L’invio riprende da solo.",
  "syncProblem.dns":
    "L’indirizzo del server non si trova su questa rete. L’invio riprende da solo.",
  "syncProblem.refused": "Il server non risponde. L’invio riprende da solo.",
  "syncProblem.timeout":
    "Il server risponde troppo lentamente. L’invio riprende da solo.",
  "syncProblem.cut":
    "Il collegamento si è interrotto. L’invio riprende da solo.",
  "syncProblem.network":
    "Il server non è raggiungibile. L’invio riprende da solo.",
  "syncProblem.certificate":
    "Il certificato del server non è valido: nulla viene inviato. Avvisi il servizio informatico.",
  "syncProblem.not-carnet":
    "All’indirizzo del server risponde qualcos’altro (per esempio la pagina d’accesso di un albergo). L’invio riprende da solo.",
  "syncProblem.answer-not-understood":
    "La risposta del server non è leggibile. Si riproverà.",
  "syncProblem.server-error": "Il server ha un guasto. Si riproverà.",
  "syncProblem.disk":
    "Il disco di questo computer ha rifiutato la scrittura. Liberi spazio; si riproverà.",
  "syncProblem.local_store":
    "Non è stato possibile scrivere la copia locale. Le sue voci sono nel giornale; si riproverà.",
  "syncProblem.unauthenticated":
    "Il server non riconosce più questo dispositivo. Chieda un nuovo codice e lo ricolleghi; le sue voci sono conservate.",
  "syncProblem.revoked":
    "Il servizio informatico ha revocato l’accesso a questo dispositivo. Le sue voci sono conservate.",
  "syncProblem.forbidden":
    "Il server rifiuta l’accesso. Avvisi il servizio informatico; le sue voci sono conservate.",
  "syncProblem.device_forked":
    "Questo profilo è stato copiato: un altro dispositivo invia con lo stesso nome. Scolleghi e ricolleghi questo; le sue voci sono conservate.",
  "syncProblem.device_mismatch":
    "Il server si aspetta un altro dispositivo. Scolleghi e ricolleghi questo; le sue voci sono conservate.",
  "syncProblem.client_too_old":
    "Questa versione di Carnet è troppo vecchia per il server. Installi la nuova; le sue voci sono conservate.",
  "syncProblem.too_many":
    "Il server chiede di attendere un momento. L’invio riprende da solo.",
  "syncProblem.busy": "Il server è occupato. L’invio riprende da solo.",
  "syncProblem.other":
    "Il server non ha accettato lo scambio (veda i dettagli). Si riproverà.",
  "connect.needDevice": "Dia un nome a questo dispositivo.",
  "connect.fail.other-company":
    "Questo server appartiene a un’altra azienda; questo taccuino contiene già i dati di una prima. Usi un profilo separato.",
  "connect.fail.disk":
    "Collegato, ma il disco di questo computer ha rifiutato la scrittura. Liberi spazio e chieda un nuovo codice.",
  "connect.deviceHint": "Così il servizio informatico lo riconosce.",
  "connect.kept": "Ciò che ha scritto è conservato.",
  "vault.show": "Mostra la frase segreta",
  "vault.hide": "Nascondi la frase segreta",
  "vault.failed":
    "Non è stato possibile scrivere la chiave sul disco. Nulla è cambiato; liberi spazio e riprovi.",
  "settings.theme": "Tema",
  "settings.useToday": "Usa la data di oggi",
  "settings.workDateSet": "«Oggi» è il {{day}}.",
  "settings.workDateNone": "«Oggi» segue la data di questo computer: {{day}}.",
  "settings.device": "Dispositivo",
  "settings.user": "Persona",
  "settings.role.salesperson": "vendita",
  "settings.role.manager": "direzione",
  "settings.role.marketing": "marketing",
  "settings.role.admin": "amministrazione",
  "settings.sendFirst": "Invia prima",
  "settings.disconnectNothing": "Nulla in attesa: tutto è stato inviato.",
  "settings.disconnected": "Scollegato. Tutto ciò che attende è conservato.",
  "settings.disconnectAgain":
    "Per ricollegarsi serve un nuovo codice del servizio informatico.",
  "settings.protection": "Protezione",
  "settings.byKeystore":
    "Cifrato su questo dispositivo; la chiave è nel portachiavi del sistema.",
  "settings.byPassphrase":
    "Cifrato su questo dispositivo; la chiave è protetta dalla sua frase segreta.",
  "settings.versionName": "Versione",
  "settings.folder": "Cartella dei dati",
  "settings.licenceName": "Licenza",
  "settings.failed":
    "Non salvato: il disco non ha risposto. L’impostazione è come prima.",
};
