import { setTimeout as wait } from "node:timers/promises";
import { Hint } from "../../shared/sync/protocol.ts";
import { backoffMs } from "../../shared/sync/backoff.ts";
import { parsed, refusalOf, type Fetch, type HttpAnswer } from "./http.ts";
import { createSseParser } from "./sse-parser.ts";
import type { TokenStore } from "./token-store.ts";

/** Nothing at all for this long, where a heartbeat comes every 20 s: the line is dead, whatever the socket says. */
const SILENCE_MS = 45_000;
/** Only a stream that has lasted starts the back-off afresh. */
const STABLE_MS = 60_000;

/** Keeps one hint stream open. It carries no documents, only word that there is something to pull. */
export interface HintStream {
  start(): void;
  /** Closes it and stays closed. */
  stop(): void;
  /** Reconnects at once: the machine woke up, or its network is another. */
  restart(): void;
  /** The server has just answered something else: a stream that waits to try again need not wait any longer. */
  serverAnswers(): void;
}

export function createHintStream(deps: {
  readonly fetch: Fetch;
  readonly tokens: Pick<TokenStore, "access" | "renewed">;
  readonly url: string;
  readonly random: () => number;
  readonly onHint: (hint: Hint) => void;
  /** The server wants nothing to do with this device. */
  readonly onRefused: (answer: HttpAnswer<string>) => void;
  /** Told of changes only. */
  readonly onUp: (up: boolean) => void;
  readonly silenceMs?: number;
  readonly stableMs?: number;
}): HintStream {
  const silenceMs = deps.silenceMs ?? SILENCE_MS;
  const stableMs = deps.stableMs ?? STABLE_MS;
  let running: AbortController | null = null;
  let waiting: AbortController | null = null;
  let up = false;
  let head = 0;

  function setUp(now: boolean): void {
    if (now === up) return;
    up = now;
    deps.onUp(up);
  }

  async function keepOpen(stopped: AbortSignal): Promise<void> {
    let failures = 0;
    while (!stopped.aborted) {
      const since = Date.now();
      await follow(stopped).catch(() => undefined);
      if (stopped.aborted) return;
      setUp(false);
      failures = Date.now() - since >= stableMs ? 0 : failures + 1;
      waiting = new AbortController();
      await wait(backoffMs(failures, deps.random()), undefined, {
        signal: AbortSignal.any([stopped, waiting.signal]),
        ref: false,
      }).catch(() => undefined);
      waiting = null;
    }
  }

  /** One connection, to its end. Rejects or resolves when there is no more of it. */
  async function follow(stopped: AbortSignal): Promise<void> {
    const token = await deps.tokens.access();
    if (token.status === "refused") deps.onRefused(token);
    if (token.status !== "ok" || stopped.aborted) return;
    const silence = new AbortController();
    const signal = AbortSignal.any([stopped, silence.signal]);
    const watchdog = setTimeout(() => silence.abort(), silenceMs);
    try {
      const response = await deps.fetch(`${deps.url}/v1/sync/stream`, {
        headers: {
          accept: "text/event-stream",
          authorization: `Bearer ${token.body}`,
        },
        redirect: "error",
        credentials: "omit",
        cache: "no-store",
        signal,
      });
      if (response.status === 401) await deps.tokens.renewed(token.body);
      if (response.status === 403)
        deps.onRefused(refusalOf(response, parsed(await response.text())));
      if (!isEventStream(response)) return;
      // A restored server counts from an earlier number; what it says first is news either way.
      head = 0;
      setUp(true);
      await read(response, () => watchdog.refresh());
    } finally {
      clearTimeout(watchdog);
      silence.abort();
    }
  }

  async function read(response: Response, alive: () => void): Promise<void> {
    const parser = createSseParser();
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      alive();
      for (const item of parser.feed(decoder.decode(bytes, { stream: true }))) {
        if (item.kind === "event") hear(item.data);
        else hearHeartbeat(item.text);
      }
    }
  }

  function hear(data: string): void {
    const hint = Hint.safeParse(parsed(data));
    if (!hint.success) return;
    head = Math.max(head, hint.data.head);
    deps.onHint(hint.data);
  }

  /** `hb N`: a lost hint heals itself, because every heartbeat says how far the feed has come. */
  function hearHeartbeat(text: string): void {
    const beat = Number(/^hb (\d+)$/.exec(text)?.[1]);
    if (!(beat > head)) return;
    head = beat;
    deps.onHint({ head, collections: [] });
  }

  function start(): void {
    if (running !== null) return;
    running = new AbortController();
    void keepOpen(running.signal);
  }

  function stop(): void {
    running?.abort();
    running = null;
    setUp(false);
  }

  return {
    start,
    stop,
    restart: () => {
      if (running === null) return;
      stop();
      start();
    },
    serverAnswers: () => waiting?.abort(),
  };
}

function isEventStream(response: Response): boolean {
  const type = response.headers.get("content-type") ?? "";
  return response.ok && type.startsWith("text/event-stream");
}
