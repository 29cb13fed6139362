import { addRelation } from "../../shared/domain/business-relations.ts";
import type { Change } from "../../shared/domain/change.ts";
import { changeType } from "../../shared/domain/change-type.ts";
import { completeTask } from "../../shared/domain/close-task.ts";
import { deleteContact } from "../../shared/domain/delete-contact.ts";
import { editContact } from "../../shared/domain/edit-contact.ts";
import { inheritFlagsOf } from "../../shared/domain/inheritance.ts";
import {
  changeSetting,
  firstSetting,
} from "../../shared/domain/marketing-setting.ts";
import { moveToCompany } from "../../shared/domain/move-contact.ts";
import { retired, withCodeReplaced } from "../../shared/domain/set-up-lists.ts";
import type { ContactPatch } from "../../shared/domain/field-check.ts";
import type { Code } from "../../shared/entities/code.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Documents } from "../../shared/entities/registry.ts";
import type { Result } from "../../shared/core/result.ts";
import type { Setting } from "../../shared/entities/setting.ts";

/** What both devices know before they part: a company with two people, another one, a visit, a task, a list's entry. */
export const START = {
  gruyere: uuid(1),
  helvetia: uuid(2),
  eiger: uuid(3),
  luc: uuid(11),
  marie: uuid(12),
  annina: uuid(13),
  visit: uuid(21),
  task: uuid(31),
  code: uuid(41),
} as const;

export function uuid(n: number): string {
  return `0190a0a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
}

export function startChanges(): readonly Change[] {
  const { gruyere, helvetia, eiger, luc, marie, annina } = START;
  const { visit, task, code } = START;
  const channels = { phone: "+41 26 555 01 23", email: "info@g.example" };
  const at = { companyId: gruyere, companyName: "Gruyère-Est SA" };
  const contacts: Contact[] = [
    {
      ...{ id: gruyere, type: "company", name: "Gruyère-Est SA" },
      ...{ ...channels, language: "FRS", salesperson: "CRO" },
      ...{ mailingGroups: ["X-CARD"], comment: "eins\nzwei\ndrei" },
    },
    {
      ...{ id: helvetia, type: "company", name: "Helvetia Präzision AG" },
      ...{ phone: "+41 44 555 20 00", language: "DES", salesperson: "SKE" },
    },
    {
      ...{ id: eiger, type: "company", name: "Eiger Käse GmbH" },
      ...{ homePage: "https://eiger.example", salutation: "FIRMA" },
    },
    {
      ...{ id: luc, type: "person", name: "Luc Pasquier", firstName: "Luc" },
      ...{ surname: "Pasquier", ...at, ...channels, language: "FRS" },
    },
    {
      ...{ id: marie, type: "person", name: "Marie Clerc", ...at },
      ...{ firstName: "Marie", surname: "Clerc", jobTitle: "Acheteuse" },
      ...{ ...channels, language: "FRS" },
    },
    {
      ...{ id: annina, type: "person", name: "Annina Caduff" },
      ...{ language: "RMC", minor: true, privacyBlocked: true },
      parentalConsent: true,
    },
  ];
  return [
    ...contacts.map((after) => created("contacts", after)),
    created("interactions", {
      ...{ id: visit, contactId: helvetia, companyId: helvetia },
      ...{ date: "2026-03-09", description: "Visite" },
    }),
    created("tasks", {
      ...{ id: task, contactId: helvetia, companyId: helvetia, type: "task" },
      ...{ description: "Offre", date: "2026-03-31", status: "notStarted" },
    }),
    created("codes", {
      ...{ id: code, kind: "mailingGroup", code: "X-CARD" },
      description: "Cartes",
    }),
    created("settings", firstSetting),
  ];
}

export function created<C extends keyof Documents>(
  c: C,
  after: Documents[C],
): Change {
  return { c, id: after.id, before: null, after } as unknown as Change;
}

/** What a device sees when somebody there decides something. */
export interface Seen {
  get<C extends keyof Documents>(c: C, id: string): Promise<Documents[C]>;
  people(companyId: string): Promise<readonly Contact[]>;
  newId(): string;
}

type Act = (seen: Seen) => Promise<readonly Change[]>;

/** Two people do something without knowing of each other. */
export interface Story {
  readonly title: string;
  readonly a: Act;
  readonly b: Act;
}

const changed = (
  result: Result<readonly Change[], { readonly kind: string }>,
) => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const completed = (task: Documents["tasks"], today: string, by: string) =>
  changed(completeTask(task, { today, by, newId: () => uuid(99) }));

/** A person types into a card; of a company the people follow, as the screen does it. */
const types =
  (id: string, patch: ContactPatch): Act =>
  async (seen) => {
    const contact = await seen.get("contacts", id);
    const people =
      contact.type === "company" ? await seen.people(contact.id) : [];
    const flags = inheritFlagsOf(
      await seen.get("settings", firstSetting.id).catch(() => null),
    );
    return changed(editContact({ contact, people, flags }, patch) as never);
  };

const patches =
  <C extends "tasks" | "interactions" | "codes" | "contacts">(
    c: C,
    id: string,
    patch: Partial<Documents[C]>,
  ): Act =>
  async (seen) => {
    const before = await seen.get(c, id);
    return [{ c, id, before, after: { ...before, ...patch } } as never];
  };

const moves =
  (to: string): Act =>
  async (seen) => {
    const person = await seen.get("contacts", START.luc);
    return changed(
      moveToCompany({
        person,
        from: await seen.get("contacts", START.gruyere),
        to: await seen.get("contacts", to),
        flags: inheritFlagsOf(null),
        until: "2026-03-12",
        newId: seen.newId,
      }),
    );
  };

const deletes =
  (...ids: readonly string[]): Act =>
  async (seen) => {
    const none = { interactions: [], tasks: [], opportunities: [] };
    const all = await Promise.all(
      ids.map(async (id) => ({
        ...{ contact: await seen.get("contacts", id), notes: [], files: [] },
        ...none,
      })),
    );
    return changed(deleteContact(all));
  };

const visits =
  (
    n: number,
    contactId: string,
    companyId?: string,
    date = "2026-03-10",
  ): Act =>
  async () => [
    created("interactions", {
      ...{ id: uuid(n), contactId, date, description: "Vu" },
      ...(companyId === undefined ? {} : { companyId }),
    }),
  ];

/** As somebody does who sees nothing that stands against it. */
const becomesOther =
  (id: string): Act =>
  async (seen) =>
    changed(
      changeType(await seen.get("contacts", id), {
        ...{ interactions: false, tasks: false, opportunities: false },
        ...{ people: false, setting: null },
      }),
    );

const relates =
  (code: string): Act =>
  async (seen) =>
    changed(
      addRelation(await seen.get("contacts", START.gruyere), code, {
        ...{ customer: "CUST", vendor: "VEND", bank: "BANK", employee: "EMP" },
      }) as never,
    );

const sets =
  (patch: Partial<Setting>): Act =>
  async (seen) =>
    changeSetting(await seen.get("settings", firstSetting.id), patch);

const { gruyere, helvetia, eiger, luc, marie, annina } = START;
const { visit, task, code } = START;

export const STORIES: readonly Story[] = [
  {
    title:
      "A10, OFF-6: the company's phone, and the phone of a person who follows it",
    a: types(gruyere, { phone: "+41 26 555 99 00" }),
    b: types(luc, { phone: "+41 26 555 77 77" }),
  },
  {
    title: "OFF-6: one field, two values",
    a: types(gruyere, { phone: "+41 26 555 99 00" }),
    b: types(gruyere, { phone: "+41 26 555 77 77" }),
  },
  {
    title: "OFF-6: two fields of one card",
    a: types(gruyere, { email: "a@g.example" }),
    b: types(gruyere, { homePage: "https://g.example" }),
  },
  {
    title: "NAM-2, NAM-3: two names of one company",
    a: types(gruyere, { name: "Gruyère-Est Fromages SA" }),
    b: types(gruyere, { name: "Gruyère Est SA" }),
  },
  {
    title: "NAM-1: a name as a whole, and one of its parts",
    a: types(luc, { name: "Luc Henri Pasquier" }),
    b: types(luc, { surname: "Pasquier-Clerc" }),
  },
  {
    title: "INH-5: language and address of the company, and of a person",
    a: types(gruyere, { language: "DES", address: "Rue du Moléson 4" }),
    b: types(marie, { address: "Rue de la Sionge 1" }),
  },
  {
    title: "INH-9: a field is broken off while the company's changes",
    a: patches("contacts", luc, { ownFields: ["phone"] }),
    b: types(gruyere, { phone: "+41 26 555 99 00" }),
  },
  {
    title: "A4, TYP-9: a person moves while the old company's phone changes",
    a: moves(helvetia),
    b: types(gruyere, { phone: "+41 26 555 99 00" }),
  },
  {
    title: "A4, INH-2: a person moves while the new company's e-mail changes",
    a: moves(helvetia),
    b: types(helvetia, { email: "kontakt@helvetia.example" }),
  },
  {
    title:
      "A4, INH-2: a person moves while the new company's language and address change",
    a: moves(helvetia),
    b: types(helvetia, { language: "ITS", address: "Via Nassa 7" }),
  },
  {
    title: "A4: a person moves while somebody types on their card",
    a: moves(helvetia),
    b: types(luc, { jobTitle: "Acheteur", mobile: "+41 79 555 10 10" }),
  },
  {
    title: "MAI-1: a group is put on, another one taken off",
    a: patches("contacts", gruyere, { mailingGroups: ["X-CARD", "X-GIFT"] }),
    b: patches("contacts", gruyere, { mailingGroups: [] }),
  },
  {
    title: "REL-1: the same relation twice, and the summary",
    a: relates("LAW"),
    b: relates("LAW"),
  },
  {
    title: "REL-1, REL-6: two relations",
    a: relates("LAW"),
    b: relates("PROS"),
  },
  {
    title: "OFF-6: two people write into one long text",
    a: types(gruyere, { comment: "eins\nzwei und mehr\ndrei" }),
    b: types(gruyere, { comment: "eins\nzwei\ndrei\nvier" }),
  },
  {
    title: "A15, PRV-2: the consent is withdrawn while the minor is unblocked",
    a: types(annina, { parentalConsent: false }),
    b: types(annina, { privacyBlocked: false }),
  },
  {
    title: "A15, PRV-1: blocked while somebody logs a visit of the days before",
    a: types(luc, { privacyBlocked: true }),
    b: visits(51, luc, gruyere),
  },
  {
    title: "A15, PRV-1: blocked while somebody logs a visit of the same day",
    a: types(luc, { privacyBlocked: true }),
    b: visits(56, luc, gruyere, "2026-03-13"),
  },
  {
    title: "A15, PRV-1: blocked a minute after somebody has logged a visit",
    a: visits(57, luc, gruyere, "2026-03-13"),
    b: types(luc, { privacyBlocked: true }),
  },
  {
    title: "A15, PRV-1: blocked while somebody corrects the card",
    a: types(luc, { privacyBlocked: true }),
    b: types(luc, { jobTitle: "Acheteur" }),
  },
  {
    title: "OFF-7: deleted while somebody types on the card",
    a: deletes(annina),
    b: types(annina, { jobTitle: "Traductrice" }),
  },
  {
    title:
      "OFF-7, DEL-2: a person is deleted while somebody logs a visit with them",
    a: deletes(luc),
    b: visits(52, luc, gruyere),
  },
  {
    title: "OFF-7, DEL-2: a company is deleted while somebody adds a colleague",
    a: deletes(luc, marie, gruyere),
    b: async () => [
      created("contacts", {
        ...{ id: uuid(53), type: "person", name: "Eva Neu" },
        companyId: gruyere,
      }),
    ],
  },
  {
    title:
      "OFF-7, DEL-2: a company is deleted while somebody types on a colleague's card",
    a: deletes(luc, marie, gruyere),
    b: types(luc, { jobTitle: "Acheteur" }),
  },
  {
    title: "DEL-2: two people delete the same person",
    a: deletes(luc),
    b: deletes(luc),
  },
  {
    title: "A14: priority and day of one task",
    a: patches("tasks", task, { priority: "high" }),
    b: patches("tasks", task, { date: "2026-04-07" }),
  },
  {
    title: "A14, TSK-2: closed while its day is changed",
    a: async (seen) =>
      completed(await seen.get("tasks", task), "2026-03-13", "CRO"),
    b: patches("tasks", task, { date: "2026-04-07" }),
  },
  {
    title: "TSK-2: closed by two",
    a: async (seen) =>
      completed(await seen.get("tasks", task), "2026-03-13", "CRO"),
    b: async (seen) =>
      completed(await seen.get("tasks", task), "2026-03-12", "MBE"),
  },
  {
    title: "INT-9: evaluated by one, cancelled by the other",
    a: patches("interactions", visit, { evaluation: "positive" }),
    b: patches("interactions", visit, { canceled: true }),
  },
  {
    title: "A8: two visits of one day with one contact are two visits",
    a: visits(54, helvetia, helvetia),
    b: visits(55, helvetia, helvetia),
  },
  {
    title:
      "OFF-10: a list's entry is taken off while somebody puts it on a card",
    a: async (seen) => [retired(await seen.get("codes", code), false)],
    b: patches("contacts", helvetia, { mailingGroups: ["X-CARD"] }),
  },
  {
    title: "OFF-10: an entry is renamed by one and taken off by the other",
    a: patches("codes", code, { description: "Cartes de vœux" }),
    b: async (seen) => [retired(await seen.get("codes", code), false)],
  },
  {
    title:
      "ux 5(h): an entry is replaced everywhere while somebody puts it on a card",
    a: async (seen) => {
      const before = await seen.get("contacts", gruyere);
      const after = withCodeReplaced(
        before,
        "mailingGroup",
        "X-CARD",
        "X-GIFT",
      );
      return [
        { c: "contacts", id: gruyere, before, after },
        retired((await seen.get("codes", code)) as Code, false),
      ];
    },
    b: patches("contacts", helvetia, { mailingGroups: ["X-CARD"] }),
  },
  {
    title: "§2.3: two members of the marketing set-up",
    a: sets({ defaultTerritory: "ROM" }),
    b: sets({ duplicateHit: 55 }),
  },
  {
    title: "NUM: two patterns of one number series",
    a: sets({ contactNumbers: { first: "KD000001" } }),
    b: sets({ contactNumbers: { first: "K-0001" } }),
  },
  {
    title: "TYP-4, TYP-5: of another type while somebody types on the card",
    a: becomesOther(helvetia),
    b: types(helvetia, { city: "Zürich" }),
  },
  {
    title: "TYP-5, TYP-6: of another type while somebody logs a visit",
    a: becomesOther(eiger),
    b: visits(58, eiger, eiger),
  },
  {
    title:
      "TYP-5, TYP-7: an employee becomes a company while somebody plans a task",
    a: becomesOther(marie),
    b: async () => [
      created("tasks", {
        ...{ id: uuid(59), contactId: marie, companyId: gruyere, type: "task" },
        ...{ description: "Offre", date: "2026-03-31", status: "notStarted" },
      }),
    ],
  },
  {
    title:
      "TYP-4, TYP-7: a person becomes a company while somebody types a job title",
    a: becomesOther(annina),
    b: types(annina, { jobTitle: "Traductrice" }),
  },
  {
    title:
      "TYP-4, TYP-6: a company becomes a person while somebody types its VAT number",
    a: becomesOther(eiger),
    b: types(eiger, { vatNo: "CHE-314.902.152 TVA" }),
  },
  {
    title: "TYP-6: a company becomes a person while somebody adds a colleague",
    a: becomesOther(eiger),
    b: async () => [
      created("contacts", {
        ...{ id: uuid(60), type: "person", name: "Eva Neu" },
        companyId: eiger,
      }),
    ],
  },
];
