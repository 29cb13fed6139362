import {
  createServer,
  request as forward,
  type IncomingMessage,
} from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export interface LoopbackProxy {
  readonly url: string;
  /** Requests that were let through, by path, since the last call. */
  taken(): readonly string[];
  close(): Promise<void>;
}

/** A proxy in front of a server on loopback that swallows what `blocks` names: accepted, and never answered. */
export async function loopbackProxy(
  target: string,
  blocks: (path: string) => boolean,
): Promise<LoopbackProxy> {
  let passed: string[] = [];
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? "/", target).pathname;
    if (blocks(path)) return;
    passed.push(path);
    const onward = forward(
      {
        hostname,
        port,
        path: incoming.url,
        method: incoming.method,
        headers: incoming.headers,
      },
      (answer: IncomingMessage) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken() {
      const paths = passed;
      passed = [];
      return paths;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
