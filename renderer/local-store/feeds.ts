import type { CalendarDay } from "../../shared/core/calendar.ts";
import { cadencesOf } from "../../shared/domain/visit-cadence.ts";
import type { Code } from "../../shared/entities/code.ts";
import { AT_DESC_MAX } from "../../shared/entities/define-entity.ts";
import { countLiving, dexieTableOf, type DexieTable } from "./dexie-layout.ts";
import { readRecent } from "./read-by-contact.ts";
import { readChanged } from "./read-changed.ts";
import { readPage } from "./read-documents.ts";
import type { ErpFeed } from "./feed-erp.ts";
import {
  feedChanges,
  feedStored,
  storedRows,
  type Changes,
  type Source,
} from "./feed-projection.ts";
import {
  fedNames,
  isFed,
  type FedName,
  type FeedMessage,
  type FeedRequest,
  type Since,
} from "./projection/messages.ts";
import { readNewest } from "./read-newest.ts";
import type { Codec } from "./seal.ts";
import type { NewDocument } from "./new-document.ts";

/** What goes to the projection worker: contacts first, everything else after them, and every change at once. */
export interface Feeds {
  /** A collection was opened; those that the projection does not want are left alone. */
  add(
    collection: string,
    instance: { changeStream(): unknown; internals: unknown },
    codec: Codec,
  ): void;
  /** A projection that is to be told of all changes, and may ask. Another is a new one beside it, or instead of it. */
  connect(port: FeedPort): void;
  /** Documents that were written past RxDB, which tells nobody of them. */
  inserted(
    collection: string,
    documents: readonly NewDocument[],
    lwt: number,
  ): void;
}

/** The part of a MessagePort that is used here. */
export interface FeedPort {
  postMessage(message: FeedMessage): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** One that is shown and one that is being built; of others nobody listens any more. */
const MOST_PORTS = 2;
const CODES = 500;

type NewestRequest = Extract<
  FeedRequest,
  { readonly kind: "newest-interactions" }
>;
type Post = (message: FeedMessage) => void;

interface Opened {
  readonly source: Source;
  readonly table: DexieTable;
  readonly codec: Codec;
}

export function createFeeds(erp: ErpFeed): Feeds {
  let ports: readonly FeedPort[] = [];
  const tellAll = (message: FeedMessage): void => {
    for (const port of ports) port.postMessage(message);
  };
  const opened = Object.fromEntries(
    fedNames.map((c) => [c, Promise.withResolvers<Opened>()]),
  ) as Record<FedName, PromiseWithResolvers<Opened>>;
  const codes = Promise.withResolvers<Pick<Source, "readPage">>();

  async function open(
    c: FedName,
    instance: { changeStream(): unknown; internals: unknown },
    codec: Codec,
  ): Promise<Opened> {
    const waiting = dexieTableOf(instance);
    const source: Source = {
      c,
      changes: instance.changeStream() as Changes,
      readPage: async (after, limit) =>
        readPage(await waiting, codec, after, limit),
      readChanged: async (after, limit) =>
        readChanged(await waiting, codec, after, limit),
    };
    feedChanges(source, tellAll);
    return { source, table: await waiting, codec };
  }
  /** One collection after the other: the list is what people wait for. */
  async function sendStored(since: Since | null, post: Post): Promise<void> {
    for (const c of fedNames) {
      const { source } = await opened[c].promise;
      await feedStored(source, since && since[c], post);
    }
  }
  /** Codes are not kept by the projection; of the classes of contacts it knows how often they are visited. */
  async function sendCadences(post: Post): Promise<void> {
    const { readPage: read } = await codes.promise;
    const all: Code[] = [];
    for (let after = ""; ;) {
      const page = await read(after, CODES);
      all.push(
        ...page
          .filter(({ _deleted }) => !_deleted)
          .map(({ v }) => v as unknown as Code),
      );
      const end = page.at(-1);
      if (end === undefined || page.length < CODES) break;
      after = end.id;
    }
    post({ kind: "cadences", cadences: [...cadencesOf(all)] });
  }
  /** Years of visits take a while; those that a screen waits for are found by their instants, which are in clear. */
  async function sendRecent(since: CalendarDay, post: Post): Promise<void> {
    const { table, codec } = await opened.interactions.promise;
    const atDesc = AT_DESC_MAX - Date.parse(`${since}T00:00:00Z`);
    await readRecent(table, codec, atDesc, (stored) =>
      post(storedRows("interactions", stored)),
    );
    post({ kind: "interactions-complete", since });
  }
  /** A card's newest likewise, by the contacts that they are about. */
  async function sendNewest(
    { n, contactIds, limit }: NewestRequest,
    post: Post,
  ): Promise<void> {
    const { table, codec } = await opened.interactions.promise;
    const { stored, after } = await readNewest(table, codec, contactIds, limit);
    post(storedRows("interactions", stored));
    post({ kind: "newest-complete", n, after });
  }
  async function sendCount(c: FedName, post: Post): Promise<void> {
    const { table } = await opened[c].promise;
    post({ kind: "counted", c, count: await countLiving(table) });
  }
  function send(wanted: FeedRequest, post: Post): Promise<void> {
    switch (wanted.kind) {
      case "start":
        void sendCadences(post);
        return sendStored(wanted.since, post);
      case "interactions-since":
        return sendRecent(wanted.since, post);
      case "newest-interactions":
        return sendNewest(wanted, post);
      case "count":
        return sendCount(wanted.c, post);
    }
  }
  return {
    add(collection, instance, codec) {
      erp.add(collection, {
        changes: instance.changeStream() as Changes,
        table: dexieTableOf(instance),
        codec,
      });
      if (isFed(collection))
        opened[collection].resolve(open(collection, instance, codec));
      if (collection !== "codes") return;
      const table = dexieTableOf(instance);
      codes.resolve({
        readPage: async (after, limit) =>
          readPage(await table, codec, after, limit),
      });
      (instance.changeStream() as Changes).subscribe(
        () => void sendCadences(tellAll),
      );
    },
    connect(port) {
      ports = [...ports, port].slice(-MOST_PORTS);
      const post: Post = (message) => port.postMessage(message);
      port.onmessage = ({ data }) => {
        const wanted = data as FeedRequest;
        send(wanted, post).catch((error: unknown) => {
          // What comes before its turn comes in its turn as well: whoever waits for it waits on.
          if (!isEarly(wanted)) post({ kind: "failed", reason: String(error) });
        });
      };
    },
    inserted(collection, documents, lwt) {
      erp.inserted(collection, documents, lwt);
      if (isFed(collection))
        tellAll({ kind: "inserted", c: collection, documents, lwt });
      if (collection === "codes") void sendCadences(tellAll);
    },
  };
}

function isEarly({ kind }: FeedRequest): boolean {
  return kind === "interactions-since" || kind === "newest-interactions";
}
