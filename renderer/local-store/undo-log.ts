import type { Change } from "../../shared/domain/change.ts";
import {
  entityOf,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import { slimStep } from "../../shared/sync/made-step.ts";
import {
  keyOf,
  reversed,
  stepsOf,
  type Kept,
} from "../../shared/sync/reverse.ts";
import { namesOne } from "../../shared/sync/without-erased.ts";
import type { Gone } from "./replica.ts";
import { createSerialQueue } from "./serial-queue.ts";
import type { Save } from "./store.ts";
import {
  commandDraft,
  newCommandId,
  partDraft,
  partsOf,
  readCommands,
  readParts,
  type Command,
  type CommandPart,
} from "./undo-record.ts";
import { commandWithout } from "./undo-without-erased.ts";
import {
  nameOf,
  standing,
  type Named,
  type StandingDeps,
} from "./undo-standing.ts";
import type {
  CommandSteps,
  UndoLog,
  UndoOutcome,
  UndoState,
} from "./undo-state.ts";

/** ux.md §4. */
const KEPT_COMMANDS = 200;
/** Deleted contacts can be taken out of the trash for so long. */
export const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;
/** Changes that are saved at a time: what one entry of the journal holds. */
const AT_ONCE = 50;

/** Taken back in their own way, or nothing that a person has done. */
const NOT_RECORDED = new Set([
  "action.draft",
  "action.import",
  "action.undoImport",
  "action.undo",
  "action.redo",
  // What has gone to the server cannot be unsaid by deleting the note; until then it can be withdrawn.
  "action.requestAccount",
  // For ever, and by the server: until then the request can be withdrawn.
  "action.eraseContact",
]);

/** A document as it was when it was made or deleted. */
export interface HeldStep {
  readonly c: CollectionName;
  readonly id: string;
  readonly v: Readonly<Record<string, unknown>>;
}

export function createUndoLog(
  deps: StandingDeps & {
    /** Unrecorded. */
    readonly save: Save;
    readonly now: () => number;
    readonly newId: () => string;
  },
): UndoLog & {
  readonly load: () => Promise<void>;
  /** Contacts that somebody else has deleted, and what went with them, can be taken out of the trash here, too. */
  noteDeleted(gone: readonly Gone[]): void;
  /** What is known here of documents that are in the trash, or were made here. */
  heldOf(ids: ReadonlySet<string>): Promise<readonly HeldStep[]>;
  /** PRV-5: what was done with these documents, or about one of them, can no longer be taken back; the rest of it can. */
  forgetErased(ids: ReadonlySet<string>): Promise<void>;
} {
  const { store, save, now, newId } = deps;
  const disk = createSerialQueue();
  const listeners = new Set<() => void>();
  let commands: readonly Command[] = [];
  /** Found with missing parts: what was done before them can be taken back all the same. */
  const passedOver = new Set<string>();
  let running: UndoState["running"] = null;
  let canceled = false;
  let loaded: Promise<void> = Promise.resolve();
  let turning: Promise<unknown> = Promise.resolve();
  /** Since the start: nothing more is noted of these. */
  const erased = new Set<string>();
  let state: UndoState = { undo: null, redo: null, running };

  function tell(): void {
    const own = commands.filter((one) => isOwn(one) && !passedOver.has(one.id));
    state = {
      undo: own.findLast((one) => one.state === "done") ?? null,
      redo: own.find((one) => one.state === "undone") ?? null,
      running,
    };
    for (const listener of listeners) listener();
  }
  /** The list is read again in this order: what is done within a millisecond is not done at one time. */
  function nextTime(): number {
    const at = now();
    const last = commands.at(-1)?.at ?? -Infinity;
    // A clock that was put back is not waited for.
    const isTie = at <= last && last - at < 1_000;
    return isTie ? last + 1 : at;
  }
  function put(command: Command): void {
    commands = commands.some(({ id }) => id === command.id)
      ? commands.map((one) => (one.id === command.id ? command : one))
      : [...commands, command];
    tell();
  }
  /** The list is a convenience: a disk that refuses it does not make a saved entry unsaved. */
  function write(drafts: readonly (readonly [Draft | null, Draft])[]): void {
    const changes = drafts.map(([before, after]): Change => ({
      c: "drafts",
      id: after.id,
      before,
      after,
    }));
    void disk.run(() => save("action.draft", changes).catch(() => {}));
  }
  function forget(old: readonly Command[]): void {
    if (old.length === 0) return;
    const ids = new Set(old.map(({ id }) => id));
    commands = commands.filter(({ id }) => !ids.has(id));
    void disk.run(async () => {
      for (const command of old) {
        const parts = await readParts(store, command.id);
        const drafts = [
          ...parts.map((part) => partDraft(command.id, part, command.at)),
          commandDraft(command),
        ];
        await save("action.draft", drafts.map(removalOf)).catch(() => {});
      }
    });
  }

  /** What is done anew ends what could have been done again; the list holds 200, and the trash its days. */
  function makeRoom(): void {
    const since = now() - TRASH_DAYS * DAY_MS;
    const trash = (one: Command) => one.deleted !== undefined && one.at > since;
    const done = commands.filter((one) => isOwn(one) && one.state === "done");
    const surplus = done.slice(0, Math.max(0, done.length - KEPT_COMMANDS));
    forget([
      ...commands.filter((one) => one.state === "undone"),
      ...surplus.filter((one) => !trash(one)),
    ]);
  }

  function begin(label: string, name?: string): CommandSteps {
    let id: string | null = null;
    const counted = new Set<string>();
    /** As it is on the list: an erasure may have taken a name out of it, or all of it off. */
    const onList = () => commands.find((one) => one.id === id) ?? null;
    return {
      async save(changes) {
        const result = await save(label, changes);
        if (result.status === "failed") return result;
        const shared = changes.filter(
          (one) => !entityOf(one.c).localOnly && !isOfErased(one),
        );
        const steps = stepsOf(shared).map(slimStep);
        if (steps.length === 0) return result;
        const before = onList();
        if (before === null) makeRoom();
        const keys = new Set(steps.map(keyOf));
        const fresh = [...keys].filter((key) => !counted.has(key));
        for (const key of fresh) counted.add(key);
        const about = (id === null ? name : before?.name) ?? nameIn(shared);
        const more = partsOf(steps, before?.parts ?? 0, newId);
        const deleted = [...(before?.deleted ?? []), ...deletedIn(shared)];
        const command: Command = {
          id: before?.id ?? newCommandId(newId()),
          label,
          at: before?.at ?? nextTime(),
          state: "done",
          records: (before?.records ?? 0) + fresh.length,
          parts: (before?.parts ?? 0) + more.length,
          ...(about === undefined ? {} : { name: about }),
          ...(deleted.length === 0 ? {} : { deleted }),
        };
        id = command.id;
        put(command);
        write([
          [before && commandDraft(before), commandDraft(command)],
          ...more.map(
            (part) => [null, partDraft(command.id, part, command.at)] as const,
          ),
        ]);
        return result;
      },
      async end() {
        await disk.run(async () => {});
        return onList();
      },
    };
  }

  async function turn(
    command: Command,
    to: Command["state"],
  ): Promise<UndoOutcome> {
    const kept: (Kept & { name: string })[] = [];
    let left = 0;
    await disk.run(async () => {});
    const parts = await readParts(store, command.id);
    // Half of it taken back would look like all of it: it stays as it is, and on the list, but in nobody's way.
    if (parts.length < (command.parts ?? 1)) {
      passedOver.add(command.id);
      return { command, state: command.state, status: "incomplete", kept };
    }
    // A kill in the middle leaves parts of both kinds: the ones that were turned already stay so.
    const open = parts.filter((part) => part.state === command.state);
    const order = open.toReversed();
    for (const [i, part] of order.entries()) {
      running = { command, done: i, of: order.length };
      tell();
      if (canceled)
        return { command, state: command.state, status: "canceled", kept };
      const { found, used } = await standing(deps, part.steps);
      const back = reversed(part.steps, found, used);
      for (const one of back.kept)
        kept.push({ ...one, name: await nameOf(deps, one, found) });
      const label = to === "undone" ? "action.undo" : "action.redo";
      for (let at = 0; at < back.changes.length; at += AT_ONCE) {
        const some = back.changes.slice(at, at + AT_ONCE);
        const saved = await save(label, some);
        if (saved.status === "failed")
          return { command, state: command.state, status: "failed", kept };
      }
      left += back.changes.length;
      const steps = stepsOf(back.changes).map(slimStep);
      // Steps of one part are turned in its own order, those of a command by the numbers of its parts.
      const next: CommandPart = {
        id: part.id,
        index: parts.length - 1 - part.index,
        state: to,
        steps,
      };
      write([
        [
          partDraft(command.id, part, command.at),
          partDraft(command.id, next, command.at),
        ],
      ]);
    }
    const turned: Command = { ...command, state: to };
    // What others have deleted is theirs to do again.
    if (left === 0 || !isOwn(command)) forget([command]);
    else {
      put(turned);
      write([[commandDraft(command), commandDraft(turned)]]);
    }
    return { command, state: to, status: "done", kept };
  }

  async function run(
    command: Command | null | undefined,
    to: Command["state"],
  ): Promise<UndoOutcome | null> {
    if (!command || command.state === to || running) return null;
    canceled = false;
    running = { command, done: 0, of: 1 };
    tell();
    const turned = turn(command, to);
    turning = turned.catch(() => undefined);
    try {
      return await turned;
    } finally {
      running = null;
      tell();
    }
  }

  async function readAll(): Promise<void> {
    // Without the list of before, new commands go on it all the same.
    const earlier = await readCommands(store).catch(() => []);
    const known = new Set(commands.map(({ id }) => id));
    commands = [...earlier.filter(({ id }) => !known.has(id)), ...commands];
    tell();
  }
  function load(): Promise<void> {
    loaded = readAll();
    return loaded;
  }

  function noteDeleted(gone: readonly Gone[]): void {
    const changes = gone.map((one) => one as unknown as Change);
    const deleted = deletedIn(changes);
    if (deleted.length === 0) return;
    const ids = new Set(deleted.map(({ id }) => id));
    const steps = stepsOf(
      changes.filter(
        ({ c, id, before }) =>
          (c === "contacts" && ids.has(id)) ||
          ids.has((before as Named | null)?.contactId ?? ""),
      ),
    );
    const parts = partsOf(steps, 0, newId);
    const command: Command = {
      id: newCommandId(newId()),
      label: "action.deleteContact",
      at: nextTime(),
      state: "done",
      records: deleted.length,
      parts: parts.length,
      deleted: [...deleted],
      by: OTHERS,
    };
    put(command);
    write([
      [null, commandDraft(command)],
      ...parts.map(
        (part) => [null, partDraft(command.id, part, command.at)] as const,
      ),
    ]);
  }

  async function heldOf(
    ids: ReadonlySet<string>,
  ): Promise<readonly HeldStep[]> {
    await loaded;
    const held: HeldStep[] = [];
    for (const command of commands) {
      const parts = await readParts(store, command.id);
      for (const { id, name } of command.deleted ?? [])
        if (ids.has(id)) held.push({ c: "contacts", id, v: { name } });
      for (const step of parts.flatMap((part) => part.steps))
        if ("v" in step && ids.has(step.id))
          held.push({ c: step.c as CollectionName, id: step.id, v: step.v });
    }
    return held;
  }

  function isOfErased(change: Change): boolean {
    return erased.size > 0 && namesOne(change, erased);
  }
  async function forgetErased(ids: ReadonlySet<string>): Promise<void> {
    for (const id of ids) erased.add(id);
    await loaded;
    // What is being taken back is written down when it is done.
    await turning;
    await disk.run(async () => {});
    for (const { id } of commands) {
      const parts = await readParts(store, id);
      // It may have gone on while it was read.
      const command = commands.find((one) => one.id === id);
      if (!command) continue;
      const left = commandWithout(command, parts, ids);
      if (left === null) forget([command]);
      else if (left !== "whole") {
        put(left.command);
        write([
          [commandDraft(command), commandDraft(left.command)],
          ...left.parts.flatMap((part, i) => {
            const before = parts[i];
            const draft = (one: CommandPart) =>
              partDraft(command.id, one, command.at);
            return before ? [[draft(before), draft(part)] as const] : [];
          }),
        ]);
      }
    }
    tell();
    await disk.run(async () => {});
  }

  return {
    load,
    noteDeleted,
    heldOf,
    forgetErased,
    begin,
    async save(label, changes) {
      const recorded =
        !NOT_RECORDED.has(label) &&
        changes.some(({ c }) => !entityOf(c).localOnly);
      return recorded ? begin(label).save(changes) : save(label, changes);
    },
    state: () => state,
    commands: () => commands,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    undo: (id) =>
      run(
        id === undefined ? state.undo : commands.find((one) => one.id === id),
        "undone",
      ),
    redo: () => run(state.redo, "done"),
    cancel() {
      canceled = true;
    },
  };
}

/** Done by this device; what others have deleted is on the list for the trash alone. */
function isOwn(command: Command): boolean {
  return command.by === undefined;
}

/** Who exactly is in the card's history. */
const OTHERS = "others";

/** The contact that changes are about, when it is one. */
function nameIn(changes: readonly Change[]): string | undefined {
  const typed = changes.filter(({ origin }) => origin !== "inherited");
  const names = typed.flatMap((change) =>
    change.c === "contacts"
      ? [(change.after ?? change.before)?.name ?? ""]
      : [],
  );
  return names.length === 1 ? names[0] : undefined;
}

function deletedIn(
  changes: readonly Change[],
): NonNullable<Command["deleted"]> {
  return changes.flatMap((change) =>
    change.c === "contacts" && change.after === null && change.before
      ? [
          {
            id: change.id,
            name: change.before.name,
            type: change.before.type,
          },
        ]
      : [],
  );
}

function removalOf(before: Draft): Change {
  return { c: "drafts", id: before.id, before, after: null };
}
