import type { CDPSession } from "playwright-core";

/** What the threads of a window did, from a trace. */
export interface TaskTrace {
  /** Microseconds of a mark that the page made; null = it made none. */
  mark(name: string): number | null;
  /**
   * Milliseconds of tasks of the window's own thread, or of all its workers, between two moments: the thread's own time, in
   * which it is not made to wait by others that share the machine.
   */
  busy(thread: "window" | "workers", from: number, to: number): number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of it the thread's own. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const THREADS = {
  window: "CrRendererMain",
  workers: "DedicatedWorker thread",
} as const;

/** Traces until the function that it answers is called. */
export async function traceTasks(
  session: CDPSession,
): Promise<() => Promise<TaskTrace>> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) =>
    void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: [
        "disabled-by-default-devtools.timeline",
        "blink.user_timing",
      ],
    },
  });
  return async () => {
    const complete = new Promise<void>((done) =>
      session.once("Tracing.tracingComplete", () => done()),
    );
    await session.send("Tracing.end");
    await complete;
    session.off("Tracing.dataCollected", collect);
    return toTrace(events);
  };
}

function toTrace(events: readonly TraceEvent[]): TaskTrace {
  const marks = new Map(
    events
      .filter(({ cat }) => cat.includes("blink.user_timing"))
      .map(({ name, ts }) => [name, ts]),
  );
  const nameOf = new Map(
    events
      .filter(({ name }) => name === "thread_name")
      .map(({ pid, tid, args }) => [`${pid}/${tid}`, args?.name]),
  );
  const tasks = events.filter(({ name }) => name === "RunTask");
  return {
    mark: (name) => marks.get(name) ?? null,
    busy(thread, from, to) {
      let all = 0;
      for (const { pid, tid, ts, dur = 0, tdur = dur } of tasks)
        if (
          ts < to &&
          ts + dur > from &&
          nameOf.get(`${pid}/${tid}`) === THREADS[thread]
        )
          all += tdur;
      return all / 1000;
    },
  };
}
