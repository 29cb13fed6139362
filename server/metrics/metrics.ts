import { monitorEventLoopDelay } from "node:perf_hooks";
import { createRegistry, type Counter, type Histogram } from "./registry.ts";

/** What an operator may know of a server: amounts and times, nobody's name and nobody's id. */
export interface Metrics {
  readonly requests: Counter<"route" | "method" | "status">;
  readonly seconds: Histogram<"route">;
  readonly groups: Counter<"outcome">;
  readonly documents: Counter<"way">;
  /** A dump of the embedded database was written and read back, Unix ms. */
  dumped(atMs: number): void;
  text(): string;
}

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(version: string, streams: () => number): Metrics {
  const registry = createRegistry();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let dumpedMs: number | null = null;

  registry
    .counter("carnet_server", "The program's version.", ["version"])
    .add({ version });
  registry.gauge("carnet_streams", "Open streams of hints.", streams);
  registry.gauge(
    "carnet_last_dump_timestamp_seconds",
    "When the embedded database was last dumped and read back.",
    () => (dumpedMs === null ? null : dumpedMs / 1_000),
  );
  registry.gauge("process_resident_memory_bytes", "Resident memory.", () =>
    process.memoryUsage.rss(),
  );
  registry.gauge(
    "process_start_time_seconds",
    "When the process started.",
    () => Math.round(Date.now() / 1_000 - process.uptime()),
  );
  registry.gauge(
    "nodejs_eventloop_lag_p99_seconds",
    "Since the last time somebody asked.",
    () => {
      const seconds = delay.percentile(99) / 1e9;
      delay.reset();
      return seconds;
    },
  );
  return {
    requests: registry.counter(
      "carnet_http_requests_total",
      "Requests answered.",
      ["route", "method", "status"],
    ),
    seconds: registry.histogram(
      "carnet_http_request_seconds",
      "From the request to the beginning of its answer.",
      ["route"],
      BOUNDS,
    ),
    groups: registry.counter(
      "carnet_push_groups_total",
      "Groups of pushes by their outcome.",
      ["outcome"],
    ),
    documents: registry.counter(
      "carnet_documents_total",
      "Documents that left in answers to pulls and pushes.",
      ["way"],
    ),
    dumped(atMs) {
      dumpedMs = atMs;
    },
    text: registry.text,
  };
}
