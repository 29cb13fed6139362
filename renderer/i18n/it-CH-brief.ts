import type { BriefWords } from "./brief-words.ts";

/** The words of the meeting brief in Italian (Switzerland). */
export const itCHBrief: BriefWords = {
  "brief.open": "Prepara visita",
  "brief.openOf": "Prepara visita: {{name}}",
  "brief.openCard": "Apra prima una scheda: la preparazione è di un contatto.",
  "brief.title": "Preparazione della visita",
  "brief.of": "Preparazione della visita: {{name}}",
  "brief.file": "visita",
  "brief.print": "Stampa",
  "brief.pdf": "Salva come PDF",
  "brief.saved": "Preparazione salvata.",
  "brief.customer": "cliente {{no}}",
  "brief.more_one": "e un’altra voce",
  "brief.more_other": "e altre {{count}}",
  "brief.ask": "Da chiedere",
  "brief.visits": "Ultime visite",
  "brief.noVisits": "Nessuna visita registrata.",
  "brief.tasks": "Attività aperte",
  "brief.noTasks": "Nessuna.",
  "brief.sales": "Opportunità in corso",
  "brief.noSales": "Nessuna.",
  "brief.purchases": "Acquisti",
  "brief.notCustomer": "Non è un cliente.",
  "brief.noPurchases": "Nessun acquisto.",
  "brief.product": "Prodotto (CHF)",
  "brief.total": "Totale",
  "brief.all": "Tutti i prodotti",
  "brief.last": "Ultimo",
  "brief.never": "Mai acquistato:",
  "brief.people": "Collaboratori",
  "brief.colleagues": "Altre persone presso {{company}}",
  "brief.noPeople": "Per ora nessun altro.",
  "brief.met": "visto il {{day}}",
  "brief.ask.promised": "{{what}} (previsto il {{day}}): è fatto?",
  "brief.ask.agreed": "{{what}} (previsto il {{day}}): è ancora valido?",
  "brief.ask.putOff": "{{what}} (rinviato al {{day}}): che cosa manca?",
  "brief.ask.unfinished":
    "L’interazione del {{day}} è rinviata: terminare quanto iniziato.",
  "brief.ask.decision":
    "{{what}} (conclusione prevista il {{day}}): a che punto è la decisione?",
  "brief.ask.quote":
    "{{what}}: la fase «{{stage}}» richiede un’offerta. Possiamo prepararla?",
  "brief.ask.stage": "{{what}}: che cosa serve per passare a «{{stage}}»?",
  "brief.ask.closing": "{{what}}: che cosa impedisce ancora di concludere?",
  "brief.ask.mend": "La visita del {{day}} è andata male: che cosa è cambiato?",
  "brief.notes": "Appunti",
  "brief.ask.since": "Il {{day}}: «{{what}}». A che punto siamo?",
  "brief.ask.noNextStep":
    "Nessun seguito previsto dal {{day}}: concordare il prossimo passo.",
  "brief.ask.first":
    "Primo incontro: esigenze, fornitori attuali, chi decide e quando?",
  "brief.ask.lapsed": "{{what}} (ultimo acquisto {{day}}): perché non più?",
  "brief.ask.never_one":
    "{{what}}: mai acquistato, lo acquista {{count}} cliente simile. Parlarne.",
  "brief.ask.never_other":
    "{{what}}: mai acquistato, lo acquistano {{count}} clienti simili. Parlarne.",
  "brief.ask.whoDecides": "Nessuna persona nota nella società: chi decide?",
  "brief.ask.missing": "Da completare sulla scheda: {{fields}}.",
};
