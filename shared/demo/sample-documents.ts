import { addDays, daysBetween, type CalendarDay } from "../core/calendar.ts";
import { namedId } from "../domain/named-id.ts";
import type { Contact } from "../entities/contact.ts";
import type { CollectionName } from "../entities/registry.ts";
import { buildDemo } from "./build-demo.ts";
import { DEMO_DAY } from "./demo-document.ts";

export interface SampleDocument {
  readonly c: CollectionName;
  readonly v: { readonly id: string } & Readonly<Record<string, unknown>>;
}

/**
 * The demo company around a day, under ids that no server has: companies in three languages with their people, visits, tasks,
 * sales and purchases; two who are there twice, and a value that two have written.
 */
export function sampleDocuments(today: CalendarDay): readonly SampleDocument[] {
  const demo = buildDemo();
  const ids = new Map(demo.map(({ v }) => [v.id, namedId(`sample/${v.id}`)]));
  const days = daysBetween(DEMO_DAY, today);
  const moved = demo.map(({ c, v }): SampleDocument => {
    const text = JSON.stringify(v)
      .replaceAll(UUID, (id) => ids.get(id) ?? id)
      .replaceAll(DAY, (_, day: string) => `"${addDays(day, days)}"`);
    return { c, v: JSON.parse(text) as SampleDocument["v"] };
  });
  const people = moved
    .filter(({ c, v }) => c === "contacts" && v["companyId"] !== v.id)
    .map(({ v }) => v as unknown as Contact);
  return [...moved, ...twice(people), ...contested(people)];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DAY = /"(\d{4}-\d\d-\d\d)"/g;

/** As they come in when a card is typed from a business card although it was there. */
function twice(people: readonly Contact[]): readonly SampleDocument[] {
  return people.slice(0, 2).map((person) => {
    const { mobile: _mobile, responsibilities: _jobs, ...rest } = person;
    const name = person.name.normalize("NFD").replaceAll(/\p{M}/gu, "");
    const id = namedId(`sample/twice/${person.id}`);
    const v = { ...rest, id, name, searchName: name.toUpperCase() };
    return { c: "contacts", v };
  });
}

function contested(people: readonly Contact[]): readonly SampleDocument[] {
  const person = people.find(({ mobile }) => mobile !== undefined);
  if (!person) return [];
  const { id, mobile = "" } = person;
  return [
    {
      c: "notes",
      v: {
        ...{ id: namedId("sample/conflict"), kind: "conflict" },
        ...{ contactId: id, collection: "contacts", docId: id },
        ...{ field: "mobile", status: "open" },
        winner: { value: mobile },
        loser: { value: "+41 79 555 00 00" },
      },
    },
  ];
}
