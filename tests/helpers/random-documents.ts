import type { FedName } from "../../renderer/local-store/projection/messages.ts";

/** mulberry32: the same numbers for one seed. */
export function randomOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const WORDS =
  "Müller Mueller Muller Weiß Weiss Zürich Zuerich Étienne Etienne Jean-Pierre d'Angelo Käser Straße Bäckerei Fromagerie SA Sàrl & 12 12a Zo Ŀ Łódź Çelik Œuvre 😀 ŽižkA aa Aa ab".split(
    " ",
  );
const CITIES = ["Bulle", "Zürich", "Neuchâtel", "neuchâtel", "", "St. Gallen"];
const PHONES = [
  "+41 26 411 02 03",
  "026 411 02 03",
  "0041 79 123 45 67",
  "+41 (0)21 555 33 10",
  "+33 1 23 45 67 89",
  "1414",
  "FragMich",
];
const DAYS = [
  "2026-11-02",
  "2026-11-09",
  "2026-11-20",
  "2026-11-22",
  "2025-01-01",
];

export type Row = Readonly<Record<string, unknown>>;

/** Small random documents, many of them alike, about a handful of contacts. */
export function randomDocuments(random: () => number) {
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
  const maybe = <T>(make: () => T): T | undefined =>
    random() < 0.5 ? make() : undefined;
  const words = (most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () =>
      pick(WORDS),
    ).join(" ");
  const contactId = () => idOf("contacts", Math.floor(random() * 8));
  const present = (v: Record<string, unknown>): Row =>
    Object.fromEntries(
      Object.entries(v).filter(
        ([, value]) => value !== undefined && value !== "",
      ),
    );
  return {
    pick,
    words,
    contacts: (id: string): Row => {
      const isCompany = random() < 0.4;
      return present({
        ...{
          id,
          name: words(random() < 0.5 ? 1 : 3),
          type: isCompany ? "company" : "person",
        },
        companyId: isCompany ? id : maybe(contactId),
        companyName: maybe(() => words(2)),
        no: maybe(() => `CT00000${Math.floor(random() * 12)}`),
        name2: maybe(() => words(1)),
        searchName: maybe(() => words(1)),
        jobTitle: maybe(() => words(1)),
        city: pick(CITIES),
        postCode: maybe(() => pick(["1630", "8001"])),
        address: maybe(() => words(2)),
        country: maybe(() => "CH"),
        email: maybe(() => `${pick(["info", "a.b", "mueller"])}@x.example`),
        email2: maybe(() => "zwei@y.example"),
        phone: maybe(() => pick(PHONES)),
        mobile: maybe(() => pick(PHONES)),
        salesperson: maybe(() => pick(["CRO", "MME"])),
        vatNo: maybe(() => "CHE-314.902.152 TVA"),
        externalId: maybe(() => `uid-${Math.floor(random() * 3)}`),
        aliases: maybe(() => [pick(["CT~7KQ2M", "CT000099"])]),
        mailingGroups: maybe(() => [pick(["A", "B"]), pick(["C", "D"])]),
        relations: maybe(() => ({ x: { code: pick(["CUST", "LAW"]) } })),
        privacyBlocked: maybe(() => true),
        modifiedAt: maybe(() => `${pick(DAYS)}T08:00:00.000Z`),
      });
    },
    interactions: (id: string): Row =>
      present({
        ...{ id, contactId: contactId(), date: pick(DAYS) },
        companyId: maybe(contactId),
        description: maybe(() => words(2)),
        result: maybe(() => words(4)),
        durationMin: maybe(() => 30),
        costMinor: maybe(() => 1250),
        initiatedBy: maybe(() => "us"),
        attemptFailed: maybe(() => true),
        attendees: random() < 0.2 ? [contactId()] : undefined,
        canceled: random() < 0.2 ? true : undefined,
        postponed: random() < 0.1 ? true : undefined,
        amends:
          random() < 0.2
            ? idOf("interactions", Math.floor(random() * 8))
            : undefined,
      }),
    tasks: (id: string): Row =>
      present({
        ...{ id, type: "task", description: words(2), date: pick(DAYS) },
        contactId: maybe(contactId),
        companyId: maybe(contactId),
        attendees: random() < 0.2 ? [contactId()] : undefined,
        status: pick(["notStarted", "completed"]),
        canceled: random() < 0.2 ? true : undefined,
      }),
    opportunities: (id: string): Row =>
      present({
        ...{ id, contactId: contactId(), description: words(2) },
        ...{ createdOn: pick(DAYS), status: pick(["inProgress", "won"]) },
        companyId: maybe(contactId),
        entries: maybe(() => ({
          a: {
            stage: 1,
            changedOn: pick(DAYS),
            estimatedMinor: 1000,
            chances: 50,
          },
          b: { stage: 2, changedOn: pick(DAYS), estimatedMinor: 3000 },
        })),
      }),
    purchases: (id: string): Row =>
      present({
        ...{ id, document: "F1", line: 1, item: words(1), date: pick(DAYS) },
        contactId: maybe(contactId),
        description: words(2),
      }),
  };
}

const NUMBERS: Readonly<Record<FedName, number>> = {
  contacts: 1,
  interactions: 2,
  tasks: 3,
  opportunities: 4,
  purchases: 5,
};

export function idOf(c: FedName, n: number): string {
  const tail = String(n).padStart(12, "0");
  return `01890000-0000-7000-800${NUMBERS[c]}-${tail}`;
}
