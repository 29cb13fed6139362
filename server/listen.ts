import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { ServerDeps } from "./deps.ts";

/** Longer than a proxy keeps an idle line to us (nginx: 60 s): whoever hangs up first must not be the one who is asked. */
const IDLE_MS = 75_000;
/** For how long those are still let in who keep coming while we leave. */
const LAST_ORDERS_MS = 2_000;

export interface Listening {
  readonly url: string;
  /**
   * Ends streams, answers every request that has reached this machine, then stops; cuts what is left after `graceMs`.
   */
  close(graceMs: number): Promise<void>;
}

export async function listen(
  deps: ServerDeps,
  options: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const app = createApp(deps);
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      requestTimeout: 60_000,
      headersTimeout: 15_000,
      keepAliveTimeout: IDLE_MS,
    },
  }) as Server;
  let leaving = false;
  server.prependListener("request", (_request, response: ServerResponse) => {
    // Whoever keeps the line open learns that this was the last answer on it, before we hang up.
    if (leaving) response.shouldKeepAlive = false;
  });
  server.listen(options.port, options.host);
  await once(server, "listening");
  deps.hints.open();
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === "IPv6" ? `[${address}]` : address;
  return {
    url: `http://${host}:${port}`,
    async close(graceMs) {
      const closed = once(server, "close");
      leaving = true;
      deps.hints.leave();
      await letInWhoWaits(server);
      server.close();
      // A connection whose last request has just ended would be kept open for its next one.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
      deps.heart.stop();
      await deps.hints.close();
    },
  };
}

/**
 * Until a whole turn of the event loop brought no connection. The system has said yes to them already, one a turn is
 * handed to us, and closing the port would cut all that still wait in the queue: on a busy machine that is dozens.
 */
async function letInWhoWaits(server: Server): Promise<void> {
  let came = true;
  const note = () => {
    came = true;
  };
  server.on("connection", note);
  const end = performance.now() + LAST_ORDERS_MS;
  await nextTurn();
  while (came && performance.now() < end) {
    came = false;
    await nextTurn();
  }
  server.off("connection", note);
}
