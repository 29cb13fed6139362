import { randomUUID } from "node:crypto";
import type { Contact } from "../../shared/entities/contact.ts";
import type { LiveDevice } from "./live-device.ts";

/**
 * Somebody who enters and corrects companies without a pause: their own, and those that everybody works on. Each
 * intention has an effect that shows when it is missing and when it comes twice: a new record, a place in a set that
 * only this person joins and leaves, a text that nobody else writes.
 */
export interface BusyPerson {
  readonly device: LiveDevice;
  /** Saves one intention. */
  work(): void;
  /** What is not as this person left it, in words; for when everything has arrived. */
  misses(): readonly string[];
}

/** Companies that everybody works on. */
export function sharedCompanies(count: number): readonly Contact[] {
  return Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: "company" as const,
    name: `Pour tous ${n} SA`,
  }));
}

export function busyPerson(
  device: LiveDevice,
  shared: readonly string[],
  /** Up to ten letters and digits, of this person alone. */
  mark: string,
): BusyPerson {
  const own = new Map<string, Contact | null>();
  const joined = new Map<string, boolean>();
  let count = 0;

  function insert(): void {
    const id = randomUUID();
    const after: Contact = {
      id,
      type: "company",
      name: `${mark} ${++count} Sàrl`,
    };
    own.set(id, after);
    device.save([{ c: "contacts", id, before: null, after }]);
  }
  function edit(id: string, patch: Partial<Contact>): void {
    const before = device.read("contacts", id) as Contact | null;
    if (!before) return;
    const after = { ...before, ...patch };
    const mine = own.get(id);
    if (mine) own.set(id, { ...mine, ...patch });
    device.save([{ c: "contacts", id, before, after }]);
  }
  function remove(id: string): void {
    const before = device.read("contacts", id) as Contact | null;
    if (!before) return;
    own.set(id, null);
    device.save([{ c: "contacts", id, before, after: null }]);
  }
  function toggle(id: string): void {
    const groups = groupsOf(id);
    const inside = groups.includes(mark);
    joined.set(id, !inside);
    const mailingGroups = inside
      ? groups.filter((group) => group !== mark)
      : [...groups, mark];
    edit(id, { mailingGroups });
  }
  const groupsOf = (id: string) =>
    (device.read("contacts", id)?.["mailingGroups"] ?? []) as string[];

  return {
    device,
    work() {
      const dice = Math.random();
      const mine = pick([...own].flatMap(([id, kept]) => (kept ? [id] : [])));
      const common = pick(shared);
      if (dice < 0.35 || mine === undefined || common === undefined) insert();
      else if (dice < 0.6) edit(mine, { comment: `${mark} ${++count}` });
      else if (dice < 0.65) remove(mine);
      else if (dice < 0.85) toggle(common);
      else edit(common, { city: `${mark} ${++count}` });
    },
    misses: () => [
      ...[...own].flatMap(([id, kept]) => {
        const found = device.read("contacts", id);
        const same =
          found?.["name"] === kept?.name &&
          found?.["comment"] === kept?.comment;
        return same ? [] : [`${mark}: ${kept?.name ?? `${id} came back`}`];
      }),
      ...[...joined].flatMap(([id, inside]) =>
        groupsOf(id).includes(mark) === inside ? [] : [`${mark}: set of ${id}`],
      ),
    ],
  };
}

function pick<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}
