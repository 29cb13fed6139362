import type { Change } from "../../../shared/domain/change.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { Save } from "../../local-store/store.ts";
import { weekKey } from "../../local-store/week-drafts.ts";

/** Typing is on the disk within half a second, writing included. */
const EVERY_MS = 150;
const AGAIN_MS = 2_000;
/** Keeps the texts of a week's rows in the drafts, each row as a document of its own. */
export interface WeekKeeper {
  /** What was stored when the week was opened. */
  adopt(drafts: readonly Draft[]): void;
  /** Null = nothing is kept of it any more. */
  keep(id: string, form: string, value: Draft["value"] | null): void;
  /** Writes at once what is still waiting to be written. */
  flush(): Promise<void>;
}

export function createWeekKeeper(deps: {
  readonly monday: CalendarDay;
  readonly save: Save;
  readonly now: () => number;
  /** The disk refuses; it is tried again. */
  readonly onProblem: (reason: "disk-full" | "io") => void;
}): WeekKeeper {
  const contactId = weekKey(deps.monday);
  const stored = new Map<string, Draft>();
  const waiting = new Map<
    string,
    { readonly form: string; readonly value: Draft["value"] | null }
  >();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function soon(ms: number): void {
    timer ??= setTimeout(() => {
      timer = null;
      void write();
    }, ms);
  }
  async function write(): Promise<void> {
    const changes: Change[] = [];
    const savedAt = new Date(deps.now()).toISOString();
    const written = new Map(waiting);
    waiting.clear();
    for (const [id, { form, value }] of written) {
      const before = stored.get(id) ?? null;
      if (value === null) {
        stored.delete(id);
        if (before) changes.push({ c: "drafts", id, before, after: null });
        continue;
      }
      const after: Draft = { id, form, contactId, value, savedAt };
      stored.set(id, after);
      changes.push({ c: "drafts", id, before, after });
    }
    if (changes.length === 0) return;
    const result = await deps.save("action.draft", changes);
    if (result.status === "saved") return;
    deps.onProblem(result.reason);
    for (const change of changes) {
      if (change.c !== "drafts") continue;
      if (change.before) stored.set(change.id, change.before);
      else stored.delete(change.id);
      const again = written.get(change.id);
      if (again && !waiting.has(change.id)) waiting.set(change.id, again);
    }
    soon(AGAIN_MS);
  }
  return {
    adopt(drafts) {
      for (const draft of drafts) stored.set(draft.id, draft);
    },
    keep(id, form, value) {
      waiting.set(id, { form, value });
      // Not after a silence: who types without a pause would have no draft.
      soon(EVERY_MS);
    },
    async flush() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await write();
    },
  };
}
