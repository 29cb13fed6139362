import type { Handler } from "hono";
import { streamSSE } from "hono/streaming";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";

/**
 * Hints, never documents: "something changed up to N". A heartbeat comment carries the head, so a lost hint heals by
 * itself; the stream ends now and then, so that devices spread over servers and tokens are checked again.
 */
export function streamRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const { tenantId, deviceId } = c.get("caller");
    await deps.storage.head(tenantId);
    // A proxy that gathers the answer before it passes it on would keep every hint.
    c.header("X-Accel-Buffering", "no");
    return streamSSE(c, async (stream) => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const beat = async () => {
        const [{ seq }, device] = await Promise.all([
          deps.storage.head(tenantId),
          deps.identities.device(tenantId, deviceId),
        ]);
        if (device?.status !== "active") return end();
        await stream.write(`:hb ${seq}\n\n`);
      };
      const stop = deps.hints.subscribe(
        tenantId,
        (hint) => {
          stream.writeSSE({ data: JSON.stringify(hint) }).catch(end);
        },
        end,
      );
      const heart = setInterval(() => void beat().catch(end), deps.heartbeatMs);
      const life = setTimeout(end, deps.streamMs * (1 + Math.random()));
      stream.onAbort(end);
      await beat().catch(end);
      await ended;
      clearInterval(heart);
      clearTimeout(life);
      stop();
    });
  };
}
