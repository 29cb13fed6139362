import type { Replica } from "../../shared/sync/ports.ts";
import type { JournalState } from "../../shared/ipc/journal.ts";
import type { SyncStorage } from "../../server/storage/sync-storage.ts";
import type { PendingEntries } from "../../renderer/local-store/pending-entries.ts";
import type { FileStorage } from "../../server/storage/file-storage.ts";
import type { UploadQueueDeps } from "../../shared/sync/upload-queue.ts";
import type { World } from "./world.ts";

type Body = Record<string, unknown>;

/** Where a mutant can be put between two real parts. Each seam changes what passes through it; none by default. */
export interface Seams {
  /** A request as it reaches a server. */
  readonly request?: (path: string, body: Body, world: World) => Body;
  /** A successful answer as it leaves a server; `body` is its request. */
  readonly answer?: (
    path: string,
    answer: Body,
    body: Body,
    world: World,
  ) => Body;
  /** The storage port of one server process. */
  readonly storage?: (storage: SyncStorage, world: World) => SyncStorage;
  /** The port of one server process to the bytes of files. */
  readonly files?: (files: FileStorage) => FileStorage;
  /** What the upload queue of one device asks of the world. */
  readonly uploads?: (deps: UploadQueueDeps) => UploadQueueDeps;
  /** The engine's store port of one device. */
  readonly replica?: (replica: Replica) => Replica;
  /** What the replica learns of the device's own unsent work. */
  readonly pending?: (pending: PendingEntries) => PendingEntries;
  /** What the journal tells at a start. */
  readonly journal?: (state: JournalState) => JournalState;
}
