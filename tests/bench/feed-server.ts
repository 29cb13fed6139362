import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CollectionName } from "../../shared/entities/registry.ts";
import { MAX_PULL, PROTO, SCHEMA } from "../../shared/sync/protocol.ts";
import { EPOCH, envelopeOf, idOf } from "./page/bench-contacts.ts";

/** A server that has so many contacts and three times as many visits, and takes anybody: only the app is measured. */
export interface FeedServer {
  readonly url: string;
  close(): void;
}

const VISITS = 3;

/** What a feed has beyond its contacts and their visits. */
export interface FedDocument {
  readonly c: CollectionName;
  readonly v: { readonly id: string };
}

export async function openFeedServer(
  contacts: number,
  more: readonly FedDocument[] = [],
): Promise<FeedServer> {
  const feed = { contacts, more };
  const head = contacts * (1 + VISITS) + more.length;
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://feed");
    if (pathname === "/v1/sync/stream") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(`:hb ${head}\n\n`);
      streams.add(response);
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const text = Buffer.concat(parts).toString();
      const body = (text === "" ? {} : JSON.parse(text)) as Body;
      const answer = answerTo(pathname, body, feed, head);
      const type = { "content-type": "application/json" };
      response
        .writeHead(answer ? 200 : 404, type)
        .end(JSON.stringify(answer ?? NOT_FOUND));
    });
  });
  server.listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  return { url: addressOf(server), close: () => end(server, streams) };
}

interface Feed {
  readonly contacts: number;
  readonly more: readonly FedDocument[];
}

interface Body {
  readonly cursors?: Readonly<Record<string, number>>;
  readonly limit?: number;
  readonly series?: string;
}

const NOT_FOUND = { error: { code: "not_found", message: "not in the bench" } };

function answerTo(
  pathname: string,
  { cursors = {}, limit = MAX_PULL, series }: Body,
  feed: Feed,
  head: number,
): object | null {
  switch (pathname) {
    case "/healthz":
      return { status: "ok", version: "bench", proto: PROTO, schema: SCHEMA };
    case "/v1/enroll":
    case "/v1/token":
      return {
        ...{ tenantId: idOf(1), userId: idOf(2), deviceId: idOf(3) },
        ...{ access: "bench", refresh: "bench", serverTime: Date.now() },
      };
    case "/v1/leases":
      return { series, lo: 900_001, hi: 900_050, format: "CT{000000}" };
    case "/v1/sync/pull": {
      const at = Math.max(0, ...Object.values(cursors));
      const to = Math.min(head, at + limit);
      const docs = Array.from({ length: to - at }, (_, i) =>
        documentAt(at + i, feed),
      );
      const names = Object.keys(cursors);
      return {
        ...{ epoch: EPOCH, head, more: to < head, docs },
        cursors: Object.fromEntries(names.map((name) => [name, to])),
      };
    }
    default:
      return null;
  }
}

function documentAt(i: number, { contacts, more }: Feed) {
  if (i < contacts) return envelopeOf(i);
  const further = more[i - contacts * (1 + VISITS)];
  if (further)
    return {
      ...further,
      ...{ id: further.v.id, seq: i + 1, rev: 1, deleted: false },
    };
  const n = i - contacts;
  const day = new Date(Date.UTC(2023, 0, 1 + (n % 1160)));
  const id = idOf(i);
  const v = {
    id,
    contactId: idOf(n % contacts),
    date: day.toISOString().slice(0, 10),
    description: `Visite ${n}`,
    result: `Discussion sur l'offre ${n % 997}; suite: rappeler dans ${n % 30} jours, envoyer le catalogue et les prix.`,
    salesperson: "CRO",
    evaluation: "positive",
  };
  return { c: "interactions", id, seq: i + 1, rev: 1, deleted: false, v };
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function end(server: Server, streams: Iterable<ServerResponse>): void {
  for (const stream of streams) stream.destroy();
  server.close();
}
