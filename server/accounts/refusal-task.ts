import type { RequestRefusal } from "../../shared/entities/note.ts";
import type { AccountKind } from "../../shared/entities/account.ts";
import type { Note } from "../../shared/entities/note.ts";
import type { Task } from "../../shared/entities/task.ts";
import { isoOf, msOf } from "../push/envelope.ts";
import { marketingSetting } from "./set-up.ts";
import { aliveIn, type LinkingRun } from "./linking-run.ts";

/** French, German, Italian, English: a task has one text, in the company's language. */
type Words = readonly [fr: string, de: string, it: string, en: string];

const LANGUAGES = ["FRS", "DES", "ITS"];

const KINDS: Readonly<Record<AccountKind, Words>> = {
  customer: ["client", "Kunde", "cliente", "customer"],
  vendor: ["fournisseur", "Lieferant", "fornitore", "vendor"],
  bank: ["compte bancaire", "Bankkonto", "conto bancario", "bank account"],
  employee: ["employé", "Mitarbeiter", "dipendente", "employee"],
};

const TITLE: Words = [
  "Demande refusée",
  "Antrag abgelehnt",
  "Richiesta rifiutata",
  "Request refused",
];

const REASONS: Readonly<Record<RequestRefusal, Words>> = {
  already_linked: [
    "déjà lié",
    "schon verknüpft",
    "già collegato",
    "already linked",
  ],
  account_linked: [
    "la fiche a un contact",
    "der Datensatz hat einen Kontakt",
    "il record ha un contatto",
    "the record has a contact",
  ],
  account_gone: [
    "la fiche n'existe plus",
    "den Datensatz gibt es nicht mehr",
    "il record non esiste più",
    "the record is gone",
  ],
  contact_gone: [
    "le contact n'existe plus",
    "den Kontakt gibt es nicht mehr",
    "il contatto non esiste più",
    "the contact is gone",
  ],
  no_relation_code: [
    "pas de relation d'affaires",
    "keine Geschäftsbeziehung dafür",
    "nessuna relazione d'affari",
    "no business relation for it",
  ],
  not_a_person: [
    "pas une personne",
    "keine Person",
    "non è una persona",
    "not a person",
  ],
  privacy_blocked: [
    "contact bloqué",
    "Kontakt gesperrt",
    "contatto bloccato",
    "contact blocked",
  ],
  series_ended: [
    "souche épuisée",
    "Nummernkreis aufgebraucht",
    "serie esaurita",
    "number series ended",
  ],
  template_missing: [
    "modèle introuvable",
    "Vorlage fehlt",
    "modello mancante",
    "template missing",
  ],
  template_type: [
    "modèle d'un autre type",
    "Vorlage für andere Art",
    "modello di altro tipo",
    "template of another type",
  ],
  unreadable: ["illisible", "unlesbar", "illeggibile", "unreadable"],
};

/** CNV-7: a refusal comes back as a task of whoever asked, due at once; people without a code see it on the card. */
export function addRefusalTask(
  run: LinkingRun,
  note: Note,
  reason: RequestRefusal,
): void {
  if (run.salesperson === undefined) return;
  const language = marketingSetting(run.working)?.defaultLanguage ?? "";
  const at = LANGUAGES.indexOf(language);
  const say = (words: Words) => words[at < 0 ? 3 : at] ?? words[3];
  const kind = KINDS[note.request?.kind ?? "customer"];
  const contact = aliveIn(
    run.working,
    "contacts",
    note.docId ?? note.contactId,
  );
  const id = run.newId();
  const after: Task = {
    ...{ id, type: "task", status: "notStarted", priority: "normal" },
    description: `${say(TITLE)} (${say(kind)}): ${say(REASONS[reason])}`,
    date: isoOf(msOf(run.hlc)).slice(0, 10),
    salesperson: run.salesperson,
    ...(contact ? { contactId: contact.id } : {}),
    ...(contact?.companyId ? { companyId: contact.companyId } : {}),
  };
  run.write({ c: "tasks", id, before: null, after });
}
