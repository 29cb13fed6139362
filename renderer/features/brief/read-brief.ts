import { linksOf } from "../../../shared/domain/employer.ts";
import { pictureOf } from "../../../shared/domain/picture.ts";
import type { Bought } from "../../../shared/domain/brief/bought.ts";
import { byDue } from "../../../shared/domain/due-tasks.ts";
import { isClosed } from "../../../shared/domain/close-task.ts";
import { countingInteractions } from "../../../shared/domain/statistics.ts";
import { timeline } from "../../../shared/domain/timeline.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { FileInfo } from "../../../shared/entities/file.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { Codes } from "../../local-store/use-codes.ts";
import type { ErpBook } from "../../local-store/erp/erp-book.ts";
import type { StoreServices } from "../../local-store/store-context.ts";
import type { ContactRow, Store } from "../../local-store/store.ts";

/** What a brief can show of anything, at most. */
const VISITS = 12;
const PEOPLE = 12;
const SALES = 12;

/** Everything that is told about a contact before a visit. */
export interface Brief {
  readonly contact: Contact;
  readonly company: Contact | null;
  readonly picture: FileInfo | null;
  /** What counts, the newest first. */
  readonly visits: readonly Interaction[];
  readonly unfinished: readonly Interaction[];
  /** Open ones, what is due first before. */
  readonly tasks: readonly Task[];
  readonly sales: readonly Opportunity[];
  readonly salesInAll: number;
  /** Of the company, without the contact. */
  readonly people: readonly ContactRow[];
  readonly peopleInAll: number;
  /** Names of those whom visits and tasks are about. */
  readonly names: ReadonlyMap<string, string>;
  readonly bought: Bought;
}

/** With the words of the set-up lists: what goes on paper waits for nothing. */
export interface ShownBrief extends Brief {
  readonly codes: Codes;
}

export type ReadBought = (
  store: Store,
  erp: ErpBook,
  contact: Contact,
) => Promise<Bought>;

/** From this device alone; null = it does not have the contact. */
export async function readBrief(
  { store, list, agenda, erp }: StoreServices,
  id: string,
  readBought: ReadBought,
): Promise<Brief | null> {
  const contact = await store.get("contacts", id);
  if (!contact) return null;
  const companyId =
    contact.type === "company" ? contact.id : (contact.companyId ?? null);
  const former = linksOf(contact, "formerPerson").map(
    ([, link]) => link.contactId,
  );
  const [company, files, happened, sold, staff, bought] = await Promise.all([
    companyId === null || companyId === id
      ? null
      : store.get("contacts", companyId),
    store.byContact("files", id, 100),
    list.happened({
      ...{ contactId: id, withPeople: true, former },
      want: VISITS,
    }),
    agenda.sales({
      ...{ salesperson: null, contactId: id, which: "open", room: SALES },
    }),
    companyId === null
      ? { total: 0, rows: [] }
      : list.people({ companyId, text: "", from: 0, to: PEOPLE + 1 }),
    readBought(store, erp, contact),
  ]);
  const [interactions, tasks, sales] = await Promise.all([
    store.getMany("interactions", happened.interactions),
    store.getMany("tasks", happened.tasks),
    store.getMany(
      "opportunities",
      sold.rows.map(({ sale }) => sale.id),
    ),
  ]);
  const items = timeline({
    ...{ contact, formerPeople: former },
    interactions: [...interactions.values()],
    tasks: [...tasks.values()],
    people: happened.names.map(([one]) => ({ id: one })),
  });
  const recorded = items.flatMap((item) =>
    item.kind === "interaction" ? [item.interaction] : [],
  );
  const others = staff.rows.filter((row) => row.id !== id);
  return {
    ...{ contact, company, bought },
    picture: pictureOf(files),
    visits: countingInteractions(recorded),
    unfinished: recorded.filter(
      (one) => one.postponed === true && one.canceled !== true,
    ),
    tasks: items
      .flatMap((item) => (item.kind === "task" ? [item.task] : []))
      .filter((task) => !isClosed(task))
      .sort(byDue),
    sales: sold.rows.flatMap(({ sale }) => sales.get(sale.id) ?? []),
    salesInAll: sold.total,
    people: others.slice(0, PEOPLE),
    peopleInAll: staff.total - (staff.rows.length - others.length),
    names: new Map(happened.names),
  };
}
