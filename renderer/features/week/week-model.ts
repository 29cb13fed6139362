import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { Reading } from "../../../shared/domain/typed-visit.ts";
import {
  acceptGhost,
  ghostsOf,
  type CalendarEvent,
  type Ghost,
  type GhostFacts,
} from "../../../shared/domain/week/ghosts.ts";
import type { Reached } from "../../../shared/domain/week/reached.ts";
import { readRowMoment } from "../../../shared/domain/week/week-moment.ts";
import {
  duplicateOf,
  emptyRow,
  isBlank,
  stateOf,
  type WeekRow,
} from "../../../shared/domain/week/week-row.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { createHistory } from "./week-history.ts";
import { sortKeyOf, type KnownContact, type Line } from "./week-line.ts";

/** What the store says about the week. */
export interface WeekKnown {
  /** Of the week, in any order. */
  readonly logged: readonly Interaction[];
  /** Rows of which the visit is in the store, wherever it lies: they are no drafts any more. */
  readonly existing: ReadonlySet<string>;
  /** The next step of a recorded visit, by the visit. */
  readonly steps: ReadonlyMap<string, Task>;
  /** What the opportunities of recorded visits are called. */
  readonly opportunities: ReadonlyMap<string, string>;
  readonly planned: GhostFacts["planned"];
  readonly missing: GhostFacts["missing"];
}

export interface WeekKept {
  readonly row: (row: WeekRow) => void;
  readonly removed: (row: WeekRow) => void;
  readonly dismissed: (keys: readonly string[]) => void;
}

export type WeekModel = ReturnType<typeof createWeekModel>;

const NOTHING: WeekKnown = {
  ...{ logged: [], existing: new Set(), steps: new Map() },
  ...{ planned: [], missing: [], opportunities: new Map() },
};

/**
 * The rows of a week on the screen: what was typed, recorded and proposed, in one order that only changes when somebody
 * asks for it. Each row has its own listeners, so that a key draws one row anew. A row and the visit that it becomes have
 * one key: saved it stays where it is, and so it does when the saving is taken back.
 */
export function createWeekModel(deps: {
  readonly monday: CalendarDay;
  readonly reading: Reading;
  readonly newId: () => string;
  readonly newDraftId: () => string;
  readonly kept: WeekKept;
}) {
  const { reading, kept, newId, newDraftId } = deps;
  const rows = new Map<string, WeekRow>();
  const dismissed = new Set<string>();
  const history = createHistory();
  let events: readonly CalendarEvent[] = [];
  let reached: readonly Reached[] = [];
  let known = NOTHING;
  let contacts: ReadonlyMap<string, KnownContact> = new Map();
  let lines = new Map<string, Line>();
  let keys: readonly string[] = [];
  const lineListeners = new Map<string, Set<() => void>>();
  const listeners = new Set<() => void>();

  function blankRow(day: CalendarDay): WeekRow {
    return emptyRow(newId, newDraftId(), day);
  }
  function typedLine(row: WeekRow): Line {
    const contact = contacts.get(row.contactId) ?? null;
    const task = known.planned.find(({ id }) => id === row.taskId);
    return {
      kind: "typed",
      row,
      contact,
      state: stateOf(row, reading, contact?.blocked === true),
      about: task?.description ?? "",
      met: namesOf(row.attendees),
      opportunity: opportunityOf(row, contact),
    };
  }
  function namesOf(ids: readonly string[]): readonly string[] {
    return ids.flatMap((id) => contacts.get(id)?.name ?? []);
  }
  function opportunityOf(row: WeekRow, contact: KnownContact | null): string {
    const id =
      row.opportunityId ?? contact?.presets?.(row.template).opportunityId ?? "";
    return contact?.opportunities.find((one) => one.id === id)?.name ?? "";
  }
  /** The contact is compared by itself. */
  function sameLine(a: Line | undefined, b: Line): boolean {
    const { contact: _a, ...one } = a ?? b;
    const { contact: _b, ...other } = b;
    return a !== undefined && JSON.stringify(one) === JSON.stringify(other);
  }
  function ghosts(): readonly Ghost[] {
    const open = openRows();
    return ghostsOf({
      ...{ planned: known.planned, missing: known.missing, events, reached },
      ...{ recorded: known.logged, rows: open, dismissed },
      today: reading.today,
    });
  }
  function openRows(): readonly WeekRow[] {
    return [...rows.values()].filter(
      ({ visitId }) => !known.existing.has(visitId),
    );
  }

  /** All lines anew; those that say the same stay the same object and are not drawn. */
  function renew(): void {
    const next = new Map<string, Line>();
    for (const visit of known.logged)
      next.set(visit.id, {
        kind: "logged",
        visit,
        contact: contacts.get(visit.contactId) ?? null,
        step: known.steps.get(visit.id) ?? null,
        met: namesOf(visit.attendees ?? []),
        opportunity: known.opportunities.get(visit.opportunityId ?? "") ?? "",
      });
    for (const row of openRows()) next.set(row.visitId, typedLine(row));
    for (const ghost of ghosts())
      next.set(ghost.key, {
        kind: "ghost",
        ghost,
        contact: contacts.get(ghost.contactId) ?? null,
      });
    const changed: string[] = [];
    for (const [key, line] of next) {
      const before = lines.get(key);
      if (before && sameLine(before, line) && before.contact === line.contact)
        next.set(key, before);
      else changed.push(key);
    }
    lines = next;
    place();
    for (const key of changed) tellLine(key);
    tell();
  }
  /** What was there keeps its place, what is new goes where it belongs. */
  function place(): void {
    const order = keys.filter((key) => lines.has(key));
    const placed = new Set(order);
    for (const [key, line] of lines) {
      if (placed.has(key)) continue;
      const own = sortKeyOf(line);
      const at = order.findIndex((other) => {
        const there = lines.get(other);
        return there !== undefined && sortKeyOf(there) > own;
      });
      order.splice(at < 0 ? order.length : at, 0, key);
    }
    keys = order;
  }
  function sort(): void {
    keys = [...lines]
      .map(([key, line]) => [sortKeyOf(line), key] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, key]) => key);
    tell();
  }
  function tellLine(key: string): void {
    for (const listener of lineListeners.get(key) ?? []) listener();
  }
  function tell(): void {
    for (const listener of listeners) listener();
  }
  function put(row: WeekRow, after?: string): void {
    rows.set(row.visitId, row);
    if (!isBlank(row)) kept.row(row);
    if (after !== undefined && !keys.includes(row.visitId)) {
      const at = keys.indexOf(after);
      keys = keys.toSpliced(at < 0 ? keys.length : at + 1, 0, row.visitId);
      lines.set(row.visitId, typedLine(row));
    }
  }
  function take(row: WeekRow): void {
    rows.delete(row.visitId);
    kept.removed(row);
  }
  /** There is always one to go on in. */
  function ensureBlank(day: CalendarDay): void {
    const last = lines.get(keys.at(-1) ?? "");
    if (last?.kind === "typed" && last.state.kind === "blank") return;
    const row = blankRow(day);
    rows.set(row.visitId, row);
    lines.set(row.visitId, typedLine(row));
    keys = [...keys, row.visitId];
  }
  function dismiss(key: string, on: boolean): void {
    if (on) dismissed.add(key);
    else dismissed.delete(key);
    kept.dismissed([...dismissed]);
    renew();
  }
  function rowOf(key: string): WeekRow | null {
    const line = lines.get(key);
    return line?.kind === "typed" ? line.row : null;
  }

  function edit(key: string, patch: Partial<WeekRow>): void {
    const before = rowOf(key);
    if (!before) return;
    const isOther =
      patch.contactId !== undefined && patch.contactId !== before.contactId;
    const row = {
      ...before,
      // Of somebody else neither its people nor its opportunity are known.
      ...(isOther ? { attendees: [], opportunityId: null } : {}),
      ...patch,
    };
    rows.set(key, row);
    if (isBlank(row)) kept.removed(row);
    else kept.row(row);
    lines.set(key, typedLine(row));
    tellLine(key);
    const moved = row.contactId !== before.contactId || row.day !== before.day;
    if (moved) renew();
    if (isBlank(before) !== isBlank(row)) ensureBlank(row.day);
    tell();
  }
  /** A day that was typed is read, when it can be. */
  function settle(key: string): void {
    const row = rowOf(key);
    if (!row || row.when === null) return;
    const read = readRowMoment(row.when, row, deps.monday, reading);
    if (read) edit(key, { ...read, when: null });
  }

  return {
    monday: deps.monday,
    reading,
    keys: () => keys,
    line: (key: string): Line | undefined => lines.get(key),
    lines: (): readonly Line[] => keys.flatMap((key) => lines.get(key) ?? []),
    /** What is typed and not saved. */
    rows: openRows,
    /** Of all rows, saved ones too. */
    visitIds: () => [...rows.keys()],
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeTo(key: string, listener: () => void): () => void {
      const own = lineListeners.get(key) ?? new Set();
      lineListeners.set(key, own.add(listener));
      return () => own.delete(listener);
    },

    /** What was kept of the week. */
    start(
      stored: readonly WeekRow[],
      dismissedKeys: readonly string[],
      calendar: readonly CalendarEvent[],
      begun: readonly Reached[],
      existing: ReadonlySet<string>,
      day: CalendarDay,
    ): void {
      known = { ...known, existing };
      for (const row of stored) rows.set(row.visitId, row);
      for (const key of dismissedKeys) dismissed.add(key);
      events = calendar;
      reached = begun;
      renew();
      for (const { visitId } of stored) settle(visitId);
      sort();
      ensureBlank(day);
      tell();
    },
    /** These are on the disk: what stands in their rows is now the visit. */
    saved(visits: readonly Interaction[], tasks: readonly Task[]): void {
      const steps = new Map(known.steps);
      for (const task of tasks)
        if (task.interactionId !== undefined)
          steps.set(task.interactionId, task);
      const ids = new Set(visits.map(({ id }) => id));
      known = {
        ...known,
        logged: [...known.logged.filter(({ id }) => !ids.has(id)), ...visits],
        existing: new Set([...known.existing, ...ids]),
        steps,
      };
      renew();
      sort();
    },
    tell(next: WeekKnown): void {
      known = next;
      renew();
    },
    tellContacts(next: ReadonlyMap<string, KnownContact>): void {
      contacts = next;
      renew();
    },
    calendar: () => events,
    tellCalendar(next: readonly CalendarEvent[]): void {
      events = next;
      renew();
    },
    /** Contacts that a line speaks of. */
    contactIds(): readonly string[] {
      const ids = new Set<string>();
      for (const { contactId, attendees } of rows.values())
        for (const id of [contactId, ...attendees]) ids.add(id);
      for (const { contactId, attendees = [] } of known.logged)
        for (const id of [contactId, ...attendees]) ids.add(id);
      for (const line of lines.values())
        if (line.kind === "ghost") ids.add(line.ghost.contactId);
      ids.delete("");
      return [...ids];
    },

    edit,
    settle,
    /** The row below everything, on the day of the one that was left. */
    goOnFrom(key: string): string {
      const from = rowOf(key);
      const last = keys.at(-1) ?? "";
      const blank = rowOf(last);
      if (from && blank && last !== key && isBlank(blank)) {
        rows.set(last, { ...blank, day: from.day });
        lines.set(last, typedLine({ ...blank, day: from.day }));
        tellLine(last);
      }
      return last;
    },
    /** The new row's key. */
    accept(key: string): string {
      const line = lines.get(key);
      if (line?.kind !== "ghost") return key;
      const name = line.contact?.name ?? "";
      const blank = blankRow(line.ghost.day);
      const accepted = acceptGhost(line.ghost, blank);
      const row = name === "" ? accepted : { ...accepted, who: name };
      const again = () => {
        keys = keys.map((one) => (one === key ? row.visitId : one));
        put(row);
        renew();
      };
      again();
      history.did({
        undo() {
          take(rows.get(row.visitId) ?? row);
          renew();
        },
        redo: again,
      });
      return row.visitId;
    },
    dismiss(key: string): void {
      dismiss(key, true);
      history.did({
        undo: () => dismiss(key, false),
        redo: () => dismiss(key, true),
      });
    },
    remove(key: string): void {
      const row = rowOf(key);
      if (!row || isBlank(row)) return;
      const above = keys[keys.indexOf(key) - 1];
      let gone = row;
      const again = () => {
        gone = rows.get(key) ?? row;
        take(gone);
        renew();
      };
      again();
      history.did({
        undo() {
          put(gone, above);
          renew();
        },
        redo: again,
      });
    },
    /** The new row's key; null when there is nothing to double. */
    duplicate(key: string): string | null {
      const row = rowOf(key);
      if (!row || isBlank(row)) return null;
      const double = duplicateOf(row, newId, newDraftId());
      add([double], key);
      return double.visitId;
    },
    /** A cell as it is in the row above. */
    copyAbove(key: string, patch: Partial<WeekRow>): void {
      const row = rowOf(key);
      if (!row) return;
      const old = Object.fromEntries(
        Object.keys(patch).map((name) => [name, row[name as keyof WeekRow]]),
      ) as Partial<WeekRow>;
      edit(key, patch);
      history.did({
        undo: () => edit(key, old),
        redo: () => edit(key, patch),
      });
    },
    add: (added: readonly WeekRow[]) => add(added, null),
    blankRow,
    sort,
    /** Something else that was done to the week. */
    did: history.did,
    undo: history.undo,
    redo: history.redo,
  };

  function add(added: readonly WeekRow[], after: string | null): void {
    let last = added;
    const again = () => {
      let at = after;
      for (const row of last) {
        put(row, at ?? undefined);
        at &&= row.visitId;
      }
      renew();
    };
    again();
    history.did({
      undo() {
        last = last.map((row) => rows.get(row.visitId) ?? row);
        for (const row of last) take(row);
        renew();
      },
      redo: again,
    });
  }
}
