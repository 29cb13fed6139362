import { AT_DESC_MAX } from "../../shared/entities/define-entity.ts";
import { toValue, type Changes } from "./feed-projection.ts";
import type { FeedMessage, FeedRequest } from "./projection/messages.ts";
import { slimInteraction } from "./projection/slim-work.ts";
import type { Stored } from "./stored-document.ts";

/**
 * Sends the projection the interactions of the last weeks, once it has said since when it wants them: years of visits
 * are never opened for a screen that looks at a quarter. Those that are stored are found by their instants, which are
 * in clear; from then on every change is sent that is recent, or was and is no longer.
 */
export function feedInteractions(deps: {
  readonly changes: Changes;
  /** Calls `take` with all that are not older than `atDesc` says, in portions. */
  readonly readRecent: (
    atDesc: number,
    take: (stored: readonly Stored[]) => void,
  ) => Promise<void>;
  readonly post: (message: FeedMessage) => void;
}): {
  request(wanted: FeedRequest): Promise<void>;
  /** Written past RxDB, which tells nobody of them. */
  inserted(documents: readonly Stored[]): void;
} {
  const { changes, readRecent, post } = deps;
  /** The highest inverted instant that is wanted; below 0 = nobody has asked. */
  let wanted = -1;

  const isRecent = ({ atDesc = AT_DESC_MAX }: Stored) => atDesc <= wanted;
  const send = (stored: readonly Stored[]) => {
    const rows = stored.map((one) =>
      toValue(one, (v) => (isRecent(one) ? slimInteraction(v) : null)),
    );
    if (rows.length > 0) post({ kind: "interactions", rows });
  };
  changes.subscribe(({ events }) => {
    if (wanted < 0) return;
    send(
      events
        .filter(
          ({ operation, documentData }) =>
            operation !== "INSERT" || isRecent(documentData),
        )
        .map(({ documentData }) => documentData),
    );
  });

  return {
    inserted: (documents) => send(documents.filter(isRecent)),
    async request({ since }) {
      // Changes of the meantime are sent, too; the write time tells which version is newer.
      wanted = Math.max(wanted, AT_DESC_MAX - Date.parse(`${since}T00:00:00Z`));
      try {
        await readRecent(wanted, send);
        post({ kind: "interactions-complete", since });
      } catch (error) {
        post({ kind: "failed", reason: String(error) });
      }
    },
  };
}
