import { session } from "electron";
import { randomBytes } from "node:crypto";
import type { UploadQueue } from "../shared/sync/upload-queue.ts";
import type { Unlocked } from "./ipc/handlers.ts";
import type { Publisher } from "./ipc/publish.ts";
import { openDraftShelf } from "./os/draft-shelf.ts";
import { openErasureBook } from "./os/erasure-book.ts";
import { openFileShelf } from "./os/file-shelf.ts";
import { openJournal } from "./os/journal/journal.ts";
import type { Keys } from "./os/key-vault.ts";
import { claimProfileFormat } from "./os/profile-format.ts";
import { openSnapshotShelf } from "./os/snapshot-shelf.ts";
import type { ProfilePaths } from "./profile-paths.ts";
import { openDeviceFile } from "./server/device-file.ts";
import { openServerLink } from "./server/server-link.ts";
import { openUploadQueue } from "./server/upload-queue.ts";

/** Daily copies of the readable data that are kept. */
const SNAPSHOTS = 5;

/** Opens what the keys are for: the journal first, then the server, then the shelves. */
export async function unlock(
  keys: Keys,
  deps: {
    readonly paths: ProfilePaths;
    readonly publisher: Publisher;
    readonly offline: () => boolean;
    /** The server revoked this device. */
    readonly onErase: () => void;
    readonly warn: (line: string) => void;
  },
): Promise<Unlocked> {
  const { paths, publisher, warn } = deps;
  await claimProfileFormat(paths.format);
  let uploads: UploadQueue | null = null;
  const journal = await openJournal({
    folder: paths.journal,
    mirror: paths.journalCopy,
    key: keys.journal,
    clock: { now: () => Date.now() },
    random: { bytes: (length) => randomBytes(length) },
    onSent: (upto) => publisher.publish("journal/sent", { upto }),
  });
  // A session of its own: no cookies, no cache on disk, and the page's session can be denied the network.
  const network = session.fromPartition("network", { cache: false });
  const link = await openServerLink({
    fetch: (url, init) => network.fetch(url, init),
    file: openDeviceFile(paths.in("device.sealed"), keys.tokens),
    journal,
    random: Math.random,
    offline: deps.offline(),
    onConnection: (connection) => {
      publisher.publish("server/connection", connection);
      uploads?.lineIsUp();
    },
    onHint: (hint) => publisher.publish("server/hint", hint),
    onStream: (up) => {
      publisher.publish("server/stream", { up });
      if (up) uploads?.lineIsUp();
    },
    onErase: deps.onErase,
  });
  const shelf = await openFileShelf(paths.files, keys.files);
  uploads = openUploadQueue({
    shelf,
    send: link.upload,
    textWaits: async () =>
      (await journal.read()).pending.some(({ empty }) => !empty),
    warn,
  });
  uploads.wake();
  const drafts = await openDraftShelf(paths.in("drafts"), keys.drafts);
  const snapshots = await openSnapshotShelf({
    folder: paths.in("snapshots"),
    key: keys.snapshots,
    now: Date.now,
    keeps: SNAPSHOTS,
  });
  return {
    ...{ journal, link, shelf, uploads, drafts, snapshots },
    erasures: openErasureBook({
      file: paths.in("erasures.sealed"),
      key: keys.erasures,
      now: Date.now,
    }),
  };
}
