import type { frCHDevices } from "./fr-CH-devices.ts";

export const itCHDevices: Readonly<Record<keyof typeof frCHDevices, string>> = {
  "devices.yours": "I suoi dispositivi",
  "devices.everyones": "Tutti i dispositivi",
  "devices.this": "questo dispositivo",
  "devices.seen": "Visto {{moment}}",
  "devices.enrolled": "collegato il {{day}}",
  "devices.revoked": "revocato",
  "devices.unknown": "L’elenco viene dal server, che al momento non risponde.",
  "devices.revoke": "Revoca",
  "devices.revokeTitle": "Revocare «{{name}}»?",
  "devices.revokeText":
    "Dispositivo di {{user}}, visto l’ultima volta {{moment}}. Dal prossimo contatto non riceve e non invia più nulla. Una revoca non si annulla: per tornare serve un nuovo codice.",
  "devices.wipe": "Cancella Carnet su questo dispositivo",
  "devices.wipeOn":
    "Al prossimo contatto la chiave dei dati viene distrutta. Ciò che questo dispositivo non ha ancora inviato va perso. Senza collegamento nulla viene cancellato.",
  "devices.wipeOff":
    "I dati restano leggibili sul dispositivo. Ciò che attende resta lì e parte dopo un nuovo collegamento.",
  "devices.confirm": "Digiti il nome del dispositivo per confermare",
  "devices.confirmWrong": "Non è il nome del dispositivo: {{name}}",
  "devices.done": "{{name}} è revocato.",
  "devices.failed":
    "Non revocato: il server non ha risposto. Nulla è cambiato.",
  "erased.title": "Questo dispositivo è stato revocato",
  "erased.text":
    "L’amministrazione ha revocato questo dispositivo. La chiave dei suoi dati è stata distrutta: i contatti, le visite e le bozze che erano qui non possono più essere letti da nessuno.",
  "erased.sent": "Ciò che era stato inviato è sul server.",
  "erased.nothingLost": "Nulla attendeva l’invio.",
  "erased.lost_one":
    "{{count}} registrazione non era ancora stata inviata: è persa.",
  "erased.lost_other":
    "{{count}} registrazioni non erano ancora state inviate: sono perse.",
  "erased.next":
    "Per lavorare di nuovo con Carnet su questo dispositivo, ricominci e lo colleghi con un nuovo codice del servizio informatico.",
  "erased.again": "Ricomincia",
  "erased.failed":
    "Non è stato possibile eliminare i vecchi file. Riprovi o riavvii Carnet.",
};
