import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface CuttableLine {
  /** The same URL, over this line. */
  through(url: string): string;
  /** Every connection breaks, and no new one comes about. */
  cut(): void;
  /** The same as soon as these words pass. */
  cutAt(words: string): void;
  /** Whole again, at once to be cut as soon as these words pass. */
  mend(cutAt?: string): void;
  isCut(): boolean;
  close(): Promise<void>;
}

/** A cable between a program and its database that a test can pull. */
export async function startCuttableLine(): Promise<CuttableLine> {
  let target = { host: "", port: 0 };
  let broken = false;
  let fatal: string | null = null;
  const sockets = new Set<Socket>();
  const cut = () => {
    broken = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (broken) return near.destroy();
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (bytes) => {
      far.write(bytes);
      if (fatal !== null && bytes.includes(fatal)) cut();
    });
    far.pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    through(url) {
      const through = new URL(url);
      target = { host: through.hostname, port: Number(through.port) };
      through.port = String((server.address() as AddressInfo).port);
      return through.href;
    },
    cut,
    cutAt(words) {
      fatal = words;
    },
    mend(cutAt) {
      broken = false;
      fatal = cutAt ?? null;
    },
    isCut: () => broken,
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
