import { provisionalNo } from "../../shared/domain/contact-number.ts";
import type { Change } from "../../shared/domain/change.ts";
import { undone } from "../../shared/domain/undone.ts";
import { keyOf } from "../../shared/sync/survey.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type {
  AnyDocument,
  CollectionName,
} from "../../shared/entities/registry.ts";
import type { Row } from "../../renderer/local-store/stored-document.ts";
import { idsOn, shownBy, type SimDevice } from "./sim-device.ts";
import type { Habit } from "./swarm.ts";
import type { World } from "./world.ts";

/** Things that people do, each as the change that a domain function would make of it. */
export interface People {
  /** Somebody does something on a device that is on; nothing if there is nothing to do it to. */
  act(device: SimDevice): void;
  /** They look at their outbox and hold, discard, send first or send again something of it. */
  arrange(device: SimDevice): void;
  /** They attach a file, perhaps one that somebody else has attached too. */
  attach(device: SimDevice): void;
}

const PLAIN = ["comment", "extension", "name2", "searchName"] as const;
const INHERITED = ["city", "phone", "territory", "salesperson"] as const;
const ELEMENTS = ["A", "B", "C"] as const;
const SALE_STATUS = ["notStarted", "inProgress", "won", "lost"];
const TODAY = "2026-03-12";
const TASK_STATUS = ["notStarted", "inProgress", "waiting", "completed"];

export function createPeople(world: World): People {
  const { random, swarm } = world;
  let values = 0;
  /** What each device did last, to be undone. */
  const done = new WeakMap<object, (readonly Change[])[]>();
  /** Forms that were opened some time ago. */
  const forms = new Map<string, Row>();

  const value = () => {
    values += 1;
    return `v${values}`;
  };
  const phone = () => {
    values += 1;
    return `0${values}`;
  };

  function save(device: SimDevice, changes: readonly Change[]): void {
    const parts = device.app?.parts;
    if (!parts) return;
    const { name } = device;
    parts.save("simulated", changes).then(
      (result) => {
        world.trace.say(`${name} ${JSON.stringify(result)}`);
        done.set(parts, [...(done.get(parts) ?? []).slice(-3), changes]);
      },
      (error: unknown) => world.violate("save", String(error)),
    );
  }

  /** One of the documents that this person sees; the first ones more often, so that people meet. */
  function pick(
    device: SimDevice,
    c: CollectionName,
    fits: (row: Row) => boolean = () => true,
  ): Row | null {
    const rows = idsOn(device, c)
      .sort()
      .map((id) => shownBy(device, c, id))
      .filter((row) => row !== null)
      .filter(fits);
    if (rows.length === 0) return null;
    return random.chance(swarm.crowd) ? (rows[0] ?? null) : random.pick(rows);
  }

  /** As the form shows it: now, or as it was when the form was opened. */
  function opened(device: SimDevice, c: CollectionName, row: Row): Row {
    const key = `${device.name} ${c}/${String(row["id"])}`;
    const earlier = forms.get(key);
    forms.set(key, row);
    return earlier && random.chance(swarm.staleForms) ? earlier : row;
  }

  function edit(
    device: SimDevice,
    c: CollectionName,
    row: Row,
    change: (before: Row) => Row,
  ): void {
    const before = opened(device, c, row);
    save(device, [changeOf(c, before, change(before))]);
  }

  const acts: Record<Habit, (device: SimDevice) => void> = {
    set(device) {
      const row = pick(device, "contacts");
      if (!row) return;
      const count = random.chance(0.3) ? 2 : 1;
      edit(device, "contacts", row, (before) => {
        let after = before;
        for (let i = 0; i < count; i += 1) {
          const field = random.chance(0.7)
            ? random.pick(PLAIN.slice(0, random.chance(swarm.crowd) ? 1 : 4))
            : random.pick(INHERITED);
          const now = random.chance(0.1)
            ? undefined
            : field === "phone"
              ? phone()
              : value();
          after = withMember(after, field, now);
        }
        return after;
      });
    },
    item(device) {
      const row = pick(device, "contacts");
      if (!row) return;
      edit(device, "contacts", row, (before) => {
        const items = { ...(before["more"] as Record<string, Row>) };
        const ids = Object.keys(items).sort();
        const id = ids.length > 0 ? random.pick(ids) : null;
        const luck = random.next();
        if (id === null || luck < 0.3) {
          items[world.newId()] = { kind: "phone", value: value() };
        } else if (luck < 0.5) {
          delete items[id];
        } else {
          const member = random.pick(["value", "label"]);
          items[id] = { ...items[id], [member]: value() };
        }
        const left = Object.keys(items).length > 0 ? items : undefined;
        return withMember(before, "more", left);
      });
    },
    element(device) {
      const row = pick(device, "contacts");
      if (!row) return;
      edit(device, "contacts", row, (before) => {
        const old = (before["mailingGroups"] ?? []) as readonly string[];
        const element = random.pick(ELEMENTS);
        const now = old.includes(element)
          ? old.filter((e) => e !== element)
          : [...old, element];
        const left = now.length > 0 ? now : undefined;
        return withMember(before, "mailingGroups", left);
      });
    },
    create(device) {
      void create(device).catch((error: unknown) =>
        world.violate("create", String(error)),
      );
    },
    delete(device) {
      const c = random.pick(["contacts", "tasks"] as const);
      const row = pick(device, c);
      if (row) save(device, [changeOf(c, row, null)]);
    },
    visit(device) {
      const contact = pick(device, "contacts");
      if (!contact) return;
      const id = world.newId();
      const contactId = String(contact["id"]);
      const visit: Row = {
        ...{ id, contactId, date: "2026-03-12", description: value() },
        ...(random.chance(0.3) ? { postponed: true } : {}),
      };
      const changes = [
        changeOf("interactions", null, visit),
        changeOf("tasks", null, newTask(contactId, id)),
        changeOf(
          "contacts",
          contact,
          withMember(contact, random.pick(PLAIN), value()),
        ),
      ];
      save(device, changes.slice(0, 1 + random.int(3)));
    },
    undo(device) {
      const { parts } = device.app ?? {};
      const last = parts && done.get(parts)?.at(-1);
      if (last) save(device, undone(last));
    },
    task(device) {
      const row = pick(device, "tasks");
      if (!row) return save(device, [changeOf("tasks", null, newTask())]);
      edit(device, "tasks", row, (before) =>
        random.chance(0.5)
          ? withMember(before, "status", random.pick(TASK_STATUS))
          : withMember(before, random.pick(["comment", "location"]), value()),
      );
    },
    text(device) {
      const c = random.pick(["contacts", "tasks"] as const);
      const row = pick(device, c);
      if (!row) return;
      edit(device, c, row, (before) => {
        const old = before["comment"];
        const lines = typeof old === "string" ? old.split("\n") : [];
        if (lines.length < 3) lines.push(value(), value(), value());
        else changeLine(lines);
        return withMember(before, "comment", lines.join("\n"));
      });
    },
    opportunity(device) {
      const row = pick(device, "opportunities");
      if (!row || random.chance(0.3)) return newOpportunity(device);
      if (random.chance(0.1))
        return save(device, [changeOf("opportunities", row, null)]);
      edit(device, "opportunities", row, (before) => {
        const luck = random.next();
        if (luck < 0.3)
          return withMember(before, "status", random.pick(SALE_STATUS));
        if (luck < 0.6) return withMember(before, "quoteNo", value());
        const entries = { ...(before["entries"] as object), ...newStage() };
        return withMember(before, "entries", entries);
      });
    },
    interaction(device) {
      const row = pick(device, "interactions");
      if (!row) return;
      edit(device, "interactions", row, (before) => {
        if (before["postponed"] === true)
          return withMember(before, "description", value());
        const now = random.pick(["positive", "neutral", "negative"]);
        return random.chance(0.8)
          ? withMember(before, "evaluation", now)
          : withMember(before, "canceled", true);
      });
    },
  };

  function changeLine(lines: string[]): void {
    const at = random.int(lines.length);
    const luck = random.next();
    if (luck < 0.6) lines[at] = value();
    else if (luck < 0.8) lines.splice(at, 0, value());
    else if (luck < 0.9) lines.push(value());
    else lines.splice(at, 1);
  }

  function newOpportunity(device: SimDevice): void {
    const contact = pick(device, "contacts");
    if (!contact) return;
    const sale: Row = {
      ...{ id: world.newId(), contactId: contact["id"], createdOn: TODAY },
      ...{ description: value(), status: "notStarted", entries: newStage() },
      ...(contact["companyId"] ? { companyId: contact["companyId"] } : {}),
    };
    save(device, [changeOf("opportunities", null, sale)]);
  }

  /** OFF-9: moves are only ever added. */
  function newStage() {
    const stage = 1 + random.int(5);
    return { [world.newId()]: { stage, changedOn: TODAY, action: "next" } };
  }

  function newTask(contactId?: string, interactionId?: string): Row {
    return {
      ...{ id: world.newId(), type: "task", status: "notStarted" },
      ...{ description: value(), date: "2026-03-20" },
      ...(contactId === undefined ? {} : { contactId }),
      ...(interactionId === undefined ? {} : { interactionId }),
    };
  }

  /** A contact gets its number from the lease, a provisional one, one typed by hand, or none. */
  async function create(device: SimDevice): Promise<void> {
    const { app } = device;
    if (!app) return;
    const id = world.newId();
    const leased = (
      await app.bridge.invoke("numbers/take", { series: "contacts" })
    ).no;
    const typed = random.chance(0.15)
      ? `CT${String(1 + random.int(12)).padStart(6, "0")}`
      : null;
    const no =
      typed ??
      leased ??
      (random.chance(0.7) ? provisionalNo(random) : undefined);
    const company = random.chance(0.5) ? pick(device, "contacts") : null;
    const contact: Row = {
      ...{ id, name: value(), type: "company" },
      ...(no === undefined ? {} : { no }),
      ...(random.chance(0.5) ? { comment: value() } : {}),
      ...(random.chance(0.5) ? { mailingGroups: [random.pick(ELEMENTS)] } : {}),
      ...(company?.["type"] === "company" ? employed(company) : {}),
    };
    if (device.app !== app) return;
    if (typed !== null) world.facts.typed.add(typed);
    if (typed === null && leased !== null)
      world.facts.numbered.push({ no: leased, contactId: id });
    save(device, [changeOf("contacts", null, contact)]);
  }

  return {
    attach(device) {
      const { app } = device;
      if (!app?.ready) return;
      // A few are larger than the server takes.
      const length = random.int(24) * 2;
      const bytes = Uint8Array.from({ length }, (_, i) => length + i);
      app.bridge.invoke("files/add", { bytes }).then(
        ({ added }) => {
          world.trace.say(`${device.name} attached ${length}: ${!!added}`);
          if (added) world.facts.attached.push({ device: device.name, bytes });
        },
        (error: unknown) => world.violate("attach", String(error)),
      );
    },
    arrange(device) {
      const { app } = device;
      if (!app?.parts) return;
      const { parts } = app;
      const { pending } = parts;
      const waiting = pending.pendingEntries();
      const held = pending.heldEntries();
      const refused = pending.refusedEntries();
      const discarded = pending.discardedEntries();
      const [what, of] = random.pick([
        ["hold", waiting],
        ["send-first", waiting],
        ["discard", [...waiting, ...held, ...refused]],
        ["resume", [...held, ...discarded]],
        ["resume", refused],
      ] as const);
      if (of.length === 0) return;
      // By record, as the outbox shows it.
      const keys = new Set(random.pick(of).ops.map(keyOf));
      const ms = of
        .filter(({ ops }) => ops.some((op) => keys.has(keyOf(op))))
        .map(({ m }) => m);
      world.trace.say(`${device.name} ${what} ${ms.join()}`);
      app.arranging += 1;
      parts.arrange({ do: what, ms }).then(
        () => {
          app.arranging -= 1;
        },
        (error: unknown) => world.violate("arrange", String(error)),
      );
    },
    act(device) {
      if (!device.app?.ready) return;
      const habits = Object.entries(swarm.habits) as [Habit, number][];
      const sum = habits.reduce((total, [, weight]) => total + weight, 0);
      let at = random.next() * sum;
      for (const [habit, weight] of habits) {
        at -= weight;
        if (at < 0) return acts[habit](device);
      }
    },
  };
}

/** A person of a company shows its values from the first moment (INH-2 … INH-4). */
function employed(company: Row): Row {
  const taken = INHERITED.flatMap((field) =>
    company[field] === undefined ? [] : [[field, company[field]] as const],
  );
  return {
    ...Object.fromEntries(taken),
    ...{ type: "person", companyId: company["id"] },
    companyName: (company as Partial<Contact>).name,
  };
}

function withMember(row: Row, member: string, value: unknown): Row {
  const { [member]: _old, ...others } = row;
  return value === undefined ? others : { ...others, [member]: value };
}

function changeOf(
  c: CollectionName,
  before: Row | null,
  after: Row | null,
): Change {
  const id = String((after ?? before)?.["id"]);
  return {
    ...{ c, id },
    before: before as AnyDocument | null,
    after: after as AnyDocument | null,
  } as Change;
}
