import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { ServerDeps } from "./deps.ts";

export interface Listening {
  readonly url: string;
  /** Ends streams, lets requests finish, then stops; cuts what is left after `graceMs`. */
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
    serverOptions: { requestTimeout: 60_000, headersTimeout: 15_000 },
  }) as Server;
  server.listen(options.port, options.host);
  await once(server, "listening");
  deps.hints.open();
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === "IPv6" ? `[${address}]` : address;
  return {
    url: `http://${host}:${port}`,
    async close(graceMs) {
      const closed = once(server, "close");
      server.close();
      deps.hints.leave();
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
