import { dexieTableOf, readPage, readRecent } from "./dexie-layout.ts";
import type { ErpFeed } from "./feed-erp.ts";
import { feedInteractions } from "./feed-interactions.ts";
import {
  contactRows,
  feedContacts,
  feedTasks,
  taskRows,
  type Changes,
} from "./feed-projection.ts";
import type { FeedMessage, FeedRequest } from "./projection/messages.ts";
import type { Codec } from "./seal.ts";
import type { Stored } from "./stored-document.ts";

/** The collections that go to the projection worker: contacts at once, tasks after them, interactions when asked for. */
export interface Feeds {
  /** A collection was opened; those that the projection does not want are left alone. */
  add(
    collection: string,
    instance: { changeStream(): unknown; internals: unknown },
    codec: Codec,
  ): void;
  request(wanted: FeedRequest): void;
  /** Documents that were written past RxDB, which tells nobody of them. */
  inserted(collection: string, documents: readonly Stored[]): void;
}

export function createFeeds(
  post: (message: FeedMessage) => void,
  erp: ErpFeed,
): Feeds {
  const contacts = Promise.withResolvers<void>();
  const interactions =
    Promise.withResolvers<ReturnType<typeof feedInteractions>>();
  return {
    add(collection, instance, codec) {
      const table = dexieTableOf(instance);
      const changes = instance.changeStream() as Changes;
      erp.add(collection, { changes, table, codec });
      const source = {
        changes,
        readPage: async (after: string, limit: number) =>
          readPage(await table, codec, after, limit),
        post,
      };
      switch (collection) {
        case "contacts":
          return contacts.resolve(feedContacts(source));
        case "tasks":
          return void feedTasks(source, contacts.promise);
        case "interactions":
          return interactions.resolve(
            feedInteractions({
              changes: source.changes,
              readRecent: async (atDesc, take) =>
                readRecent(await table, codec, atDesc, take),
              post,
            }),
          );
      }
    },
    request: (wanted) =>
      void interactions.promise.then((feed) => feed.request(wanted)),
    inserted(collection, documents) {
      erp.inserted(collection, documents);
      switch (collection) {
        case "contacts":
          return post(contactRows(documents));
        case "tasks":
          return post(taskRows(documents));
        case "interactions":
          void interactions.promise.then((feed) => feed.inserted(documents));
      }
    },
  };
}
