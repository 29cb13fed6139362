import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Reminder } from "../../shared/ipc/app.ts";
import { replaceFile } from "./durable-file.ts";

/** What a notification says; `open` is called when somebody clicks it. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  open(): void;
}

export interface ReminderWords {
  /** For a notebook that is locked: names nobody. */
  readonly lockedTitle: string;
  readonly lockedBody: string;
  /** Several at once; `{{n}}` = how many. */
  readonly several: string;
}

export interface Reminders {
  /** All that are to come and those just past, in place of what was planned before. */
  plan(reminders: readonly Reminder[]): Promise<void>;
  /** The notebook is locked: what they say is forgotten, when they come is not. */
  lock(): void;
  /** Shows what has become due; to be called often, and after a sleep. */
  look(): Promise<void>;
}

/** More than so many at once are one notification. */
const ONE_BY_ONE = 3;
/** Keys of shown ones that are kept: each is shown once, also after a restart. */
const SHOWN_KEPT = 1_000;

const Shown = z.array(z.string().max(100));

/**
 * Tells of tasks when their time has come. The page plans, and again after each change; only ids and times of what was
 * shown are on the disk, what they say is in memory and only while the notebook is open.
 */
export function createReminders(deps: {
  readonly file: string;
  readonly now: () => number;
  readonly words: () => ReminderWords;
  readonly show: (notice: Notice) => void;
  /** Null = of several, or of none that may be named: the list of tasks. */
  readonly open: (taskId: string | null) => void;
}): Reminders {
  let planned: readonly Reminder[] = [];
  let isLocked = false;
  let queue: Promise<unknown> = Promise.resolve();
  const shown = readShown(deps.file);

  async function look(): Promise<void> {
    const known = await shown;
    const due = planned.filter(
      (one) => one.at <= deps.now() && !known.has(keyOf(one)),
    );
    if (due.length === 0) return;
    for (const one of due) known.add(keyOf(one));
    // First noted, then shown: what is shown twice is worse than what a full disk forgets.
    const kept = [...known].slice(-SHOWN_KEPT);
    await replaceFile(deps.file, JSON.stringify(kept)).catch(() => undefined);
    const words = deps.words();
    if (isLocked)
      return deps.show({
        title: words.lockedTitle,
        body: words.lockedBody,
        open: () => deps.open(due.length === 1 ? (due[0]?.id ?? null) : null),
      });
    if (due.length > ONE_BY_ONE)
      return deps.show({
        title: words.several.replace("{{n}}", String(due.length)),
        body: due
          .slice(0, ONE_BY_ONE)
          .map(({ title }) => title)
          .join("\n"),
        open: () => deps.open(null),
      });
    for (const { id, title, body } of due)
      deps.show({ title, body, open: () => deps.open(id) });
  }
  const turn = (): Promise<void> => {
    const next = queue.then(look);
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    plan(reminders) {
      isLocked = false;
      planned = reminders;
      return turn();
    },
    lock() {
      isLocked = true;
      planned = planned.map(({ id, at }) => ({ id, at, title: "", body: "" }));
    },
    look: turn,
  };
}

/** A task that is put off is told of again. */
function keyOf({ id, at }: Reminder): string {
  return `${id}@${at}`;
}

async function readShown(file: string): Promise<Set<string>> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  try {
    return new Set(Shown.parse(JSON.parse(text)));
  } catch {
    return new Set();
  }
}
