import type { Contact } from "../entities/contact.ts";
import type { FileInfo } from "../entities/file.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Note } from "../entities/note.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { Task } from "../entities/task.ts";
import type { DeleteFacts } from "./delete-contact.ts";

/** How much a value says about a person, the least first (PRV-3). */
export const SENSITIVITIES = [
  "normal",
  "confidential",
  "personal",
  "sensitive",
] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

type Members<T> = Readonly<Record<Exclude<keyof T, "id">, Sensitivity>>;

const CONTACT: Members<Contact> = {
  ...all("normal", ["type", "no", "aliases", "companyId", "companyName"]),
  ...all("normal", ["territory", "currency", "formatRegion", "ownFields"]),
  ...all("normal", ["mailingGroups", "industryGroups", "webSources"]),
  ...all("normal", ["excludeFromSegment", "salesperson", "cadence"]),
  ...all("confidential", ["relations", "businessRelation", "externalId"]),
  ...all("confidential", ["vatNo", "registrationNo", "responsibilities"]),
  ...all("normal", ["mergedInto"]),
  ...all("confidential", ["orgLevel", "correspondence"]),
  ...all("personal", ["name", "name2", "searchName", "firstName"]),
  ...all("personal", ["middleName", "surname", "initials", "jobTitle"]),
  ...all("personal", ["address", "address2", "postCode", "city", "county"]),
  ...all("personal", ["country", "phone", "mobile", "fax", "pager"]),
  ...all("personal", ["extension", "email", "email2", "homePage", "more"]),
  ...all("personal", ["altAddresses", "altPeriods", "links", "comment"]),
  ...all("personal", ["salutation", "language"]),
  ...all("sensitive", ["privacyBlocked", "minor", "parentalConsent"]),
};

const INTERACTION: Members<Interaction> = {
  ...all("normal", ["contactId", "companyId", "date", "time", "template"]),
  ...all("normal", ["group", "flow", "initiatedBy", "durationMin"]),
  ...all("normal", ["salesperson", "language", "correspondence"]),
  ...all("normal", ["opportunityId", "taskId", "amends", "canceled"]),
  ...all("normal", ["postponed", "attemptFailed"]),
  ...all("confidential", ["costMinor", "evaluation"]),
  ...all("personal", ["description", "result", "contactVia", "altAddress"]),
  ...all("personal", ["attendees"]),
};

const TASK: Members<Task> = {
  ...all("normal", ["no", "contactId", "companyId", "type", "date"]),
  ...all("normal", ["startTime", "durationMin", "status", "priority"]),
  ...all("normal", ["salesperson", "team", "closedOn", "canceled"]),
  ...all("normal", ["completedBy", "interactionId", "opportunityId"]),
  ...all("normal", ["repeatEvery", "repeatFrom"]),
  ...all("personal", ["description", "comment", "location", "attendees"]),
};

const OPPORTUNITY: Members<Opportunity> = {
  ...all("normal", ["no", "contactId", "companyId", "salesperson", "cycle"]),
  ...all("normal", ["status", "priority", "createdOn", "closedOn"]),
  ...all("normal", ["interactionId"]),
  ...all("confidential", ["quoteNo", "quoteMinor", "entries"]),
  ...all("personal", ["description", "comment"]),
};

const NOTE: Members<Note> = {
  ...all("normal", ["kind", "contactId", "collection", "docId", "field"]),
  ...all("normal", ["status", "request", "reason", "accountNo", "made"]),
  ...all("normal", ["date"]),
  ...all("personal", ["text", "base", "winner", "loser"]),
};

const FILE: Members<FileInfo> = {
  ...all("normal", ["contactId", "bytes", "mime", "sha256", "role"]),
  ...all("normal", ["interactionId"]),
  ...all("personal", ["name", "thumb"]),
};

function all<K extends string>(
  sensitivity: Sensitivity,
  members: readonly K[],
): Record<K, Sensitivity> {
  return Object.fromEntries(
    members.map((member) => [member, sensitivity]),
  ) as Record<K, Sensitivity>;
}

/** A person with what hangs on them, as this device holds it: what a deletion takes along, and where they were met. */
export interface SubjectFacts extends DeleteFacts {
  /** Visits with somebody else at which the person was met. */
  readonly attended: readonly Interaction[];
}

export interface SubjectTimes {
  /** When the server was last heard of, Unix ms; null = never (PRV-5). */
  readonly asOf: number | null;
  readonly now: number;
}

/**
 * PRV-3: everything that is held about a person, as one structured file (JSON): the card and what is directly recorded
 * with them, nothing of the second level. Members below `minimum` are left out; ids and days stay, so that a row is
 * still one. PRV-5: says as of when.
 */
export function dataSubject(
  facts: SubjectFacts,
  minimum: Sensitivity,
  { asOf, now }: SubjectTimes,
) {
  const rows = <T extends { readonly id: string }>(
    documents: readonly T[],
    members: Members<T>,
  ) => documents.map((one) => held(one, members, minimum));
  return {
    format: "carnet-data-subject",
    version: 1,
    exportedAt: new Date(now).toISOString(),
    asOf: asOf === null ? null : new Date(asOf).toISOString(),
    minimum,
    contact: held(facts.contact, CONTACT, minimum),
    interactions: rows(facts.interactions, INTERACTION),
    attended: rows(
      facts.attended.map((one) => ({ ...one, attendees: [facts.contact.id] })),
      INTERACTION,
    ),
    tasks: rows(facts.tasks, TASK),
    opportunities: rows(facts.opportunities, OPPORTUNITY),
    notes: rows(facts.notes, NOTE),
    files: rows(facts.files, FILE),
  };
}

const ALWAYS = new Set(["id", "date", "createdOn"]);

function held<T extends object>(
  document: T,
  members: Readonly<Record<string, Sensitivity>>,
  minimum: Sensitivity,
): Record<string, unknown> {
  const least = SENSITIVITIES.indexOf(minimum);
  return Object.fromEntries(
    Object.entries(document).filter(
      ([member]) =>
        ALWAYS.has(member) ||
        SENSITIVITIES.indexOf(members[member] ?? "normal") >= least,
    ),
  );
}
