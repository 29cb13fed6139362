import type { Handler } from "hono";
import { streamSSE } from "hono/streaming";
import type { Bye, Hint } from "../../shared/sync/protocol.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";

/** Devices of a process that goes down come back spread over this time. */
const RETURN_WITHIN_MS = 5_000;

/**
 * Hints, never documents: "something changed up to N". A heartbeat comment carries the head, so a lost hint heals by
 * itself; the stream ends now and then, so that devices spread over servers and tokens are checked again. A process
 * that goes down says `bye` first.
 */
export function streamRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const { tenantId, deviceId } = c.get("caller");
    const leave = await deps.limits.admit("stream", c.get("caller"));
    const { seq } = await deps.storage.head(tenantId).catch((error) => {
      leave();
      throw error;
    });
    // A proxy that gathers the answer before it passes it on would keep every hint.
    c.header("X-Accel-Buffering", "no");
    return streamSSE(c, async (stream) => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      // A line that does not take the last one yet needs no other.
      let beating = false;
      const beat = (head: number) => {
        if (beating) return;
        beating = true;
        stream.write(`:hb ${head}\n\n`).then(() => (beating = false), end);
      };
      const bye = async () => {
        const word: Bye = {
          retryMs: Math.round(RETURN_WITHIN_MS * Math.random()),
        };
        await stream.writeSSE({ event: "bye", data: JSON.stringify(word) });
      };
      const stop = deps.hints.subscribe(
        tenantId,
        seq,
        createHintWriter(async (hint) => {
          await stream.write(`data: ${JSON.stringify(hint)}\n\n`);
        }, end),
        () => void bye().then(end, end),
      );
      const leaveHeart = deps.heart.join({ tenantId, deviceId, beat, end });
      const life = setTimeout(end, deps.streamMs * (1 + Math.random()));
      stream.onAbort(end);
      beat(seq);
      await ended;
      leaveHeart();
      clearTimeout(life);
      stop();
      leave();
    });
  };
}

/** While a device is slow to take one hint, those that follow become one: what waits for it never grows. */
function createHintWriter(
  write: (hint: Hint) => Promise<void>,
  failed: () => void,
): (hint: Hint) => void {
  let next: Hint | null = null;
  let writing = false;
  async function work(): Promise<void> {
    writing = true;
    while (next) {
      const hint: Hint = next;
      next = null;
      await write(hint);
    }
    writing = false;
  }
  return (hint) => {
    const earlier: readonly string[] = next?.collections ?? [];
    const names = new Set([...earlier, ...hint.collections]);
    next = { head: hint.head, collections: [...names].sort() };
    if (!writing) work().catch(failed);
  };
}
