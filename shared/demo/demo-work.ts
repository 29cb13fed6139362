import { addDays } from "../core/calendar.ts";
import { namedId } from "../domain/named-id.ts";
import { probabilityOf, stageOf } from "../domain/sales-cycle.ts";
import { starterCodes } from "../domain/starter-codes.ts";
import type { Code } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { Task } from "../entities/task.ts";
import type { DemoLanguage } from "./demo-companies.ts";
import { at, DEMO_DAY, type DemoDocument } from "./demo-document.ts";
import { demoTexts, type DemoTexts } from "./demo-texts.ts";
import { demoUsers, type DemoSalesperson } from "./demo-users.ts";
import type { Chance } from "./random.ts";

const WEEKS = 12;
const FIRST_MONDAY = addDays(DEMO_DAY, -4 - (WEEKS - 1) * 7);
const HOLIDAYS = new Set([
  "2025-12-25",
  "2025-12-26",
  "2026-01-01",
  "2026-01-02",
]);
const SLOTS = ["08:30", "10:00", "11:15", "13:30", "14:45", "16:00"];
const SALESPEOPLE = ["CRO", "MBE", "SKE"] as const;

const templates = new Map(
  starterCodes
    .filter((code) => code.kind === "interactionTemplate")
    .map((code) => [code.code, code]),
);

/** Twelve weeks of visits and calls that end on the demo's Friday, 6 to 10 a week for each salesperson. */
export function demoVisits(
  contacts: readonly Contact[],
  chance: Chance,
): DemoDocument[] {
  const documents: DemoDocument[] = [];
  for (let week = 0; week < WEEKS; week++) {
    for (const salesperson of SALESPEOPLE) {
      const mine = contacts.filter((c) => c.salesperson === salesperson);
      const free = freeSlots(addDays(FIRST_MONDAY, week * 7));
      for (let i = chance.int(6, 10); i > 0 && free.length > 0; i--) {
        const [slot] = free.splice(chance.int(0, free.length - 1), 1);
        const id = namedId(`demo/visit/${salesperson}/${week}/${i}`);
        const v = visitOf(id, chance.pick(mine), slot as Slot, chance);
        // Written down in the evening of the same day.
        const atMs = at(v.date, `17:${String(10 + i)}`);
        const by = demoUsers[salesperson].userId;
        documents.push({ c: "interactions", v, by, atMs });
      }
    }
  }
  return documents;
}

interface Slot {
  readonly day: string;
  readonly time: string;
}

function freeSlots(monday: string): Slot[] {
  return [0, 1, 2, 3, 4]
    .map((offset) => addDays(monday, offset))
    .filter((day) => !HOLIDAYS.has(day))
    .flatMap((day) => SLOTS.map((time) => ({ day, time })));
}

function visitOf(
  id: string,
  contact: Contact,
  slot: Slot,
  chance: Chance,
): Interaction {
  const texts = textsOf(contact);
  const template = templateOf(chance);
  const missed = template.code === "OUTGOING" && chance.yes(0.3);
  const [evaluation, result] = chance.pick(texts.results);
  const planned = template.unitDurationMin ?? 15;
  const short =
    planned > 60 ? Math.max(45, planned - 30 * chance.int(0, 4)) : planned;
  return {
    id,
    contactId: contact.id,
    ...(contact.companyId ? { companyId: contact.companyId } : {}),
    date: slot.day,
    time: slot.time,
    template: template.code,
    ...(template.group ? { group: template.group } : {}),
    description: missed ? template.description : chance.pick(texts.subjects),
    ...(missed
      ? { result: texts.notReached, attemptFailed: true }
      : { result, evaluation }),
    ...(template.flow ? { flow: template.flow } : {}),
    ...(template.initiatedBy ? { initiatedBy: template.initiatedBy } : {}),
    costMinor: template.unitCostMinor ?? 0,
    durationMin: missed ? 5 : short,
    ...(contact.salesperson ? { salesperson: contact.salesperson } : {}),
    ...(contact.language ? { language: contact.language } : {}),
  };
}

function templateOf(chance: Chance): Code {
  const code = chance.pick([
    "ONSITE",
    "ONSITE",
    "ONSITE",
    "ONSITE",
    "ONSITE",
    "OUTGOING",
    "OUTGOING",
    "INCOME",
    "EMAIL",
    "INHOUSE",
  ]);
  return templates.get(code) as Code;
}

/** Open and done tasks around the demo's Friday. */
export function demoTasks(
  contacts: readonly Contact[],
  chance: Chance,
): DemoDocument[] {
  return Array.from({ length: 42 }, (_, i) => {
    const contact = chance.pick(contacts);
    const date = weekday(addDays(DEMO_DAY, chance.int(-9, 18)));
    const done = date < DEMO_DAY && chance.yes(0.6);
    const salesperson = contact.salesperson as DemoSalesperson;
    const call = chance.yes(0.5);
    const v: Task = {
      id: namedId(`demo/task/${i}`),
      contactId: contact.id,
      ...(contact.companyId ? { companyId: contact.companyId } : {}),
      type: call
        ? "phoneCall"
        : chance.pick(["task", "task", "meeting"] as const),
      description: chance.pick(textsOf(contact).tasks),
      date,
      ...(chance.yes(0.4) ? { startTime: chance.pick(SLOTS) } : {}),
      status: done
        ? "completed"
        : chance.pick([
            "notStarted",
            "notStarted",
            "inProgress",
            "waiting",
          ] as const),
      priority: chance.pick([
        "low",
        "normal",
        "normal",
        "normal",
        "high",
      ] as const),
      salesperson,
      ...(done ? { closedOn: date, completedBy: salesperson } : {}),
    };
    return {
      c: "tasks" as const,
      v,
      by: demoUsers[salesperson].userId,
      atMs: at(weekday(addDays(date, -14)), "17:30"),
    };
  });
}

const STAGES = [
  [1, 10, 2],
  [2, 20, 5],
  [3, 50, 40],
  [4, 75, 60],
] as const;

/** Some deals: most on their way, a few won or lost. */
export function demoOpportunities(
  contacts: readonly Contact[],
  chance: Chance,
): DemoDocument[] {
  return Array.from({ length: 16 }, (_, i) => {
    const contact = chance.pick(contacts);
    const salesperson = contact.salesperson as DemoSalesperson;
    const createdOn = weekday(addDays(DEMO_DAY, -chance.int(10, 80)));
    const reached = chance.int(1, STAGES.length);
    const value = chance.int(4, 60) * 100_000;
    const end = i % 5 === 0 ? (chance.yes(0.5) ? "won" : "lost") : null;
    const closedOn = weekday(addDays(createdOn, 9 * reached));
    const id = namedId(`demo/opportunity/${i}`);
    const entries: NonNullable<Opportunity["entries"]> = {};
    for (const [stage, chances] of STAGES.slice(0, reached)) {
      entries[namedId(`${id}/${stage}`)] = {
        stage,
        changedOn: weekday(addDays(createdOn, 7 * (stage - 1))),
        action: stage === 1 ? "first" : "next",
        estimatedMinor: value,
        ...estimateAt(stage, chances),
        closeOn: addDays(createdOn, 90),
      };
    }
    if (end)
      entries[namedId(`${id}/end`)] = {
        stage: reached,
        changedOn: closedOn,
        action: end,
        estimatedMinor: end === "won" ? value : 0,
        completed: 100,
        chances: end === "won" ? 100 : 0,
        probability: end === "won" ? 100 : 0,
        closeOn: closedOn,
        closeCode: end === "won" ? "PRODUCT_W" : "PRICE_L",
      };
    const v: Opportunity = {
      id,
      description: chance.pick(textsOf(contact).deals),
      contactId: contact.id,
      ...(contact.companyId ? { companyId: contact.companyId } : {}),
      salesperson,
      cycle: "NEW",
      status: end ?? "inProgress",
      priority: chance.pick(["normal", "normal", "high", "low"] as const),
      createdOn,
      ...(end ? { closedOn } : {}),
      entries,
    };
    return {
      c: "opportunities" as const,
      v,
      by: demoUsers[salesperson].userId,
      atMs: at(createdOn, "17:45"),
    };
  });
}

/** As the first cycle of the starter lists has it. */
function estimateAt(stage: number, chances: number) {
  const cycle = starterCodes.find(({ kind }) => kind === "salesCycle") ?? null;
  const { completed = 0 } = stageOf(cycle, stage) ?? {};
  const probability = probabilityOf(cycle?.probability, { completed, chances });
  return { completed, chances, probability };
}

/** The day itself, or the Friday before. */
function weekday(day: string): string {
  const weekdayNumber = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekdayNumber === 6) return addDays(day, -1);
  return weekdayNumber === 0 ? addDays(day, -2) : day;
}

function textsOf(contact: Contact): DemoTexts {
  return demoTexts[(contact.language ?? "FRS") as DemoLanguage];
}
