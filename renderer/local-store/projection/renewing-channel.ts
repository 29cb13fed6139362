import type { FromProjection, ToProjection } from "./messages.ts";
import type { ProjectionChannel } from "./projection-client.ts";

/** One projection worker, joined to the store worker. */
export interface ProjectionWorker extends ProjectionChannel {
  terminate(): void;
}

/**
 * A projection that is replaced when it asks for it: the old one answers until the new one is ready, then it is ended, and
 * what it has not answered is asked again. Nobody else notices.
 */
export function renewingChannel(
  startWorker: () => ProjectionWorker,
): ProjectionChannel {
  let listener: (message: FromProjection) => void = () => {};
  let configure: Configure | null = null;
  let current = start();
  let next: ProjectionWorker | null = null;
  /** Questions, searches and scans that have no answer yet, by number; of a scan also the wish to stop it. */
  const open = new Map<number, readonly ToProjection[]>();

  function start(): ProjectionWorker {
    const worker = startWorker();
    worker.listen((message) => hear(worker, message));
    if (configure) worker.post({ ...configure, renewed: true });
    return worker;
  }
  function hear(worker: ProjectionWorker, message: FromProjection): void {
    if (worker === next) {
      if (message.kind === "ready") replace(worker);
      return;
    }
    if (worker !== current) return;
    if (message.kind === "renew") next ??= start();
    if (message.kind === "answer" || message.kind === "refused")
      open.delete(message.n);
    if (message.kind === "found" && message.found.work !== null)
      open.delete(message.n);
    listener(message);
  }
  function replace(worker: ProjectionWorker): void {
    current.terminate();
    current = worker;
    next = null;
    for (const message of [...open.values()].flat()) current.post(message);
    listener({ kind: "changed" });
  }
  return {
    post(message) {
      if (message.kind === "configure") configure = message;
      if (message.kind === "search")
        for (const [n, [other]] of open)
          if (other?.kind === "search") open.delete(n);
      if (isAnswered(message)) open.set(message.n, [message]);
      const scan = message.kind === "stop-scan" && open.get(message.n);
      if (scan) open.set(message.n, [...scan, message]);
      current.post(message);
      if (message.kind === "own") next?.post(message);
    },
    listen(added) {
      listener = added;
    },
  };
}

type Configure = Extract<ToProjection, { kind: "configure" }>;

function isAnswered(
  message: ToProjection,
): message is Extract<ToProjection, { kind: "ask" | "search" | "scan" }> {
  return ["ask", "search", "scan"].includes(message.kind);
}
