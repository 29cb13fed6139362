import { once } from "node:events";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A plain file server as releases lie on one, and what somebody who owns it could do. */
export interface ReleaseServer {
  readonly address: string;
  /** Nothing is there any more, or what lies in `folder`. */
  serve(folder: string | null): void;
  /** Of files that end so one byte is changed on the way. */
  tamperWith(end: string | null): void;
  /** What was asked for, with the names of the headers. */
  readonly asked: readonly {
    readonly path: string;
    readonly headers: string;
  }[];
  close(): Promise<void>;
}

export async function openReleaseServer(port: number): Promise<ReleaseServer> {
  let folder: string | null = null;
  let spoiled: string | null = null;
  const asked: { path: string; headers: string }[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    asked.push({
      path: pathname,
      headers: Object.keys(request.headers).sort().join(" "),
    });
    const file = path.join(folder ?? "/nowhere", path.basename(pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    const isSpoiled = spoiled !== null && file.endsWith(spoiled);
    response.writeHead(200, { "content-length": statSync(file).size });
    pipeline(
      createReadStream(file),
      isSpoiled ? oneByteChanged() : new Transform({ transform: through }),
      response,
    ).catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    ...{ address: `http://127.0.0.1:${port}/`, asked },
    serve: (next) => (folder = next),
    tamperWith: (end) => (spoiled = end),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type Done = (error: null, chunk: Buffer) => void;

function through(chunk: Buffer, _encoding: string, done: Done): void {
  done(null, chunk);
}

function oneByteChanged(): Transform {
  let changed = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!changed && chunk.length > 20) {
        chunk[20] = (chunk[20] ?? 0) ^ 1;
        changed = true;
      }
      done(null, chunk);
    },
  });
}
