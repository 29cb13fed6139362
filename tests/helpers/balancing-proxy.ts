import { once } from "node:events";
import {
  createServer,
  request as forward,
  type IncomingMessage,
} from "node:http";
import type { AddressInfo } from "node:net";

export interface BalancingProxy {
  readonly url: string;
  /** Requests that no server took, or that broke off before an answer began. */
  failed(): number;
  /** Requests that each server answered, in the order of the targets. */
  answered(): readonly number[];
  close(): Promise<void>;
}

/**
 * What `server/deploy/nginx.conf` says, in little: takes turns between the servers, passes on to the next one where a
 * connection is refused (a server that goes down takes no new ones), and says who asked.
 */
export async function balancingProxy(
  targets: readonly string[],
): Promise<BalancingProxy> {
  const answered = targets.map(() => 0);
  let turn = 0;
  let failed = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => pass(turn++, targets.length));

    function pass(which: number, left: number): void {
      const index = which % targets.length;
      const { hostname, port } = new URL(targets[index] ?? "");
      const onward = forward(
        {
          ...{ hostname, port, agent: false },
          path: incoming.url,
          method: incoming.method,
          headers: {
            ...incoming.headers,
            connection: "close",
            "x-forwarded-for": incoming.socket.remoteAddress ?? "",
          },
        },
        (answer: IncomingMessage) => {
          answered[index] = (answered[index] ?? 0) + 1;
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          outgoing.flushHeaders();
          answer.on("error", () => outgoing.destroy());
          answer.pipe(outgoing);
        },
      );
      onward.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ECONNREFUSED" && left > 1)
          return pass(which + 1, left - 1);
        if (!outgoing.headersSent && !outgoing.destroyed) {
          failed += 1;
          outgoing.writeHead(502).end();
        } else outgoing.destroy();
      });
      outgoing.on("close", () => onward.destroy());
      onward.end(Buffer.concat(chunks));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failed: () => failed,
    answered: () => [...answered],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
