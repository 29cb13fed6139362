import type { ErasureWords } from "./erasure-words.ts";

export const enErasure: ErasureWords = {
  "erase.open": "Erase for ever…",
  "erase.title": "Erase {{name}}?",
  "erase.text":
    "At the person’s request. The card and all of the following disappear from every device, from history, copies and the server. It is the only thing in Carnet that cannot be undone.",
  "erase.goes": "What disappears",
  "erase.card": "The card with its details and its history",
  "erase.withIt": "Everything that was deleted with it",
  "erase.absorbed_one": "{{count}} card merged with it",
  "erase.absorbed_other": "{{count}} cards merged with it",
  "erase.interactions_one": "{{count}} interaction",
  "erase.interactions_other": "{{count}} interactions",
  "erase.tasks_one": "{{count}} task",
  "erase.tasks_other": "{{count}} tasks",
  "erase.opportunities_one": "{{count}} opportunity",
  "erase.opportunities_other": "{{count}} opportunities",
  "erase.notes_one": "{{count}} note",
  "erase.notes_other": "{{count}} notes",
  "erase.files_one": "{{count}} picture or file",
  "erase.files_other": "{{count}} pictures or files",
  "erase.openWork_one": "{{count}} of them open",
  "erase.openWork_other": "{{count}} of them open",
  "erase.stays": "What stays",
  "erase.staysLog":
    "A line in Settings, Erasures: who did it, when, and how much",
  "erase.staysSales_one":
    "{{count}} opportunity, without text, with the company",
  "erase.staysSales_other":
    "{{count}} opportunities, without text, with the company",
  "erase.staysAccount": "The linked account: it belongs to the ERP",
  "erase.staysPeople_one":
    "{{count}} person of the company, who becomes independent",
  "erase.staysPeople_other":
    "{{count}} people of the company, who become independent",
  "erase.mentions_one":
    "{{count}} other text contains this name and is not changed:",
  "erase.mentions_other":
    "{{count}} other texts contain this name and are not changed:",
  "erase.offline":
    "This device is not connected at the moment: the request is kept, and carried out at the next sync.",
  "erase.confirm": "Type the name to confirm",
  "erase.confirmWrong": "The name is: {{name}}",
  "erase.submit": "Erase for ever",
  "erase.asked":
    "The erasure is requested. It is carried out as soon as the server answers.",
  "erase.pending":
    "The erasure of this card is requested. It is carried out at the next sync.",
  "erase.withdraw": "Withdraw the request",
  "erase.withdrawn": "The request to erase is withdrawn.",
  "erase.underWay":
    "The request is on its way already: it can no longer be withdrawn.",
  "erase.gone": "This card was erased at the person’s request.",
  "erase.section": "Erasures",
  "erase.sectionHint":
    "People erased at their request: who did it and when. None of their data is kept.",
  "erase.none": "Nobody has been erased.",
  "erase.line": "Contact {{no}}",
  "erase.lineNoNo": "A contact",
  "erase.by": "by {{name}}",
  "erase.records_one": "{{count}} record",
  "erase.records_other": "{{count}} records",
  "erase.waits": "requested, waits for the sync",
  "erase.hereWaits":
    "On this device, traces may still lie in files. They are made anew at the next start, or now.",
  "erase.hereNow": "Clean now",
  "erase.hereLooking":
    "On this device the files are new; leftovers are looked for…",
  "erase.hereClean":
    "On this device, {{moment}}: {{count}} documents and files searched, nothing found.",
  "erase.hereMentions":
    "On this device, {{moment}}: {{count}} documents and files searched. Texts of other cards that still hold the name or a text: {{mentions}}.",
  "erase.hereBlind_one":
    "On this device, {{moment}}: of {{count}} contact nothing is known here by which it could be found for certain; it was not looked for.",
  "erase.hereBlind_other":
    "On this device, {{moment}}: of {{count}} contacts nothing is known here by which they could be found for certain; they were not looked for.",
  "erase.hereLeft":
    "On this device, {{moment}}: something is left in {{count}} places outside the cards. Ask your IT for help.",
  "erase.hereLater": "Not now: the sync has to be finished first.",
  "action.eraseContact": "Erasure requested",
  "refused.erased":
    "The contact was erased meanwhile at the person’s request. What was written about them is not kept.",
  "refused.absorbed":
    "The contact was merged into another one meanwhile. Erase the other card.",
};
