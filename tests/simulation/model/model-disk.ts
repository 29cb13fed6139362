import type { JournalRecord } from "../../../electron/os/journal/journal-record.ts";
import type { Stored } from "../../../renderer/local-store/stored-document.ts";
import {
  collectionNames,
  type CollectionName,
} from "../../../shared/entities/registry.ts";
import { NO_LOG, type SyncLog } from "../../../shared/sync/status.ts";
import type { Checkpoint } from "../../../shared/sync/ports.ts";

/** What survives a crash of one laptop: who it is, the journal's records, the store, the checkpoint. */
export interface ModelDisk {
  deviceId: string;
  journal: JournalRecord[];
  tables: Map<CollectionName, Map<string, Stored>>;
  checkpoint: Checkpoint;
  /** Attachments, by name; replaced, never changed. */
  shelf: Map<string, Shelved>;
  /** What the engine remembers; small, and outside the store. */
  log: SyncLog;
}

export interface Shelved {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly place: "waiting" | "sent" | "refused";
  /** Unix ms: since when it is in this place. */
  readonly sinceMs: number;
}

const NO_CHECKPOINT: Checkpoint = { epoch: null, cursors: {} };

export function createModelDisk(deviceId: string): ModelDisk {
  return {
    ...{ deviceId, journal: [], tables: emptyTables() },
    ...{ checkpoint: NO_CHECKPOINT, log: NO_LOG, shelf: new Map() },
  };
}

/** Chromium has thrown the store away; the journal lies elsewhere. */
export function wipeStore(disk: ModelDisk): void {
  disk.tables = emptyTables();
  disk.checkpoint = NO_CHECKPOINT;
}

export function forgetCheckpoint(disk: ModelDisk): void {
  disk.checkpoint = NO_CHECKPOINT;
}

/** The next start knows that this one did not end by itself. */
export function doubt(disk: ModelDisk): void {
  disk.log = { ...disk.log, doubted: true };
}

/** The disk of a laptop that was copied byte by byte. */
export function copyOf(disk: ModelDisk): ModelDisk {
  return {
    deviceId: disk.deviceId,
    journal: [...disk.journal],
    tables: new Map([...disk.tables].map(([c, table]) => [c, new Map(table)])),
    checkpoint: disk.checkpoint,
    shelf: new Map(disk.shelf),
    log: disk.log,
  };
}

function emptyTables(): ModelDisk["tables"] {
  return new Map(collectionNames.map((c) => [c, new Map()]));
}
