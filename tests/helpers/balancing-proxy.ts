import { once } from "node:events";
import {
  Agent,
  createServer,
  request as forward,
  type IncomingMessage,
} from "node:http";
import type { AddressInfo } from "node:net";

export interface BalancingProxy {
  readonly url: string;
  /** Requests that no server answered, and what the last one said: the code of the error. */
  failed(): readonly string[];
  /** Requests that each server answered, in the order of the targets. */
  answered(): readonly number[];
  close(): Promise<void>;
}

/**
 * What `server/deploy/nginx.conf` says, in little: takes turns between the servers, keeps lines to them open, asks the
 * next one where a line breaks before an answer has begun (any request may be repeated), and says who asked.
 */
export async function balancingProxy(
  targets: readonly string[],
): Promise<BalancingProxy> {
  const answered = targets.map(() => 0);
  const failed: string[] = [];
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => pass(turn++, targets.length));

    function pass(which: number, left: number): void {
      const index = which % targets.length;
      const { hostname, port } = new URL(targets[index] ?? "");
      const onward = forward(
        {
          ...{ hostname, port, agent },
          path: incoming.url,
          method: incoming.method,
          headers: {
            ...incoming.headers,
            connection: "keep-alive",
            "x-forwarded-for": incoming.socket.remoteAddress ?? "",
          },
        },
        (answer: IncomingMessage) => {
          answered[index] = (answered[index] ?? 0) + 1;
          const { connection: _ours, ...headers } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 502, headers);
          outgoing.flushHeaders();
          answer.on("error", () => outgoing.destroy());
          answer.pipe(outgoing);
        },
      );
      onward.on("error", (error: NodeJS.ErrnoException) => {
        if (outgoing.headersSent || outgoing.destroyed)
          return void outgoing.destroy();
        // An idle line may break in the moment it is used: that was no try (nginx counts so too).
        const again = onward.reusedSocket ? left : left - 1;
        if (again > 0) return pass(which + 1, again);
        failed.push(error.code ?? error.message);
        outgoing.writeHead(502).end();
      });
      outgoing.on("close", () => onward.destroy());
      onward.end(Buffer.concat(chunks));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failed: () => [...failed],
    answered: () => [...answered],
    async close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
