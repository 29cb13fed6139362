import type { Purchase } from "../../../shared/entities/purchase.ts";
import type {
  Enrolment,
  RefreshTokens,
  Tenant,
  User,
} from "../../../server/storage/identity-storage.ts";
import type {
  FileRow,
  KeptFile,
} from "../../../server/storage/file-storage.ts";
import type {
  HistoryEntry,
  Lease,
  LedgerEntry,
  SavedDocument,
  SeriesState,
  TakenNumber,
} from "../../../server/storage/sync-storage.ts";

/** One row of the history as it is kept: with its place, its writer and the server's time. */
export interface KeptHistory extends HistoryEntry {
  readonly seq: number;
  readonly deviceId: string;
  readonly n: number;
  readonly atMs: number;
}

export interface KeptOutcome extends LedgerEntry {
  readonly deviceId: string;
  readonly atMs: number;
}

export interface KeptDevice {
  readonly deviceId: string;
  readonly userId: string;
  readonly lastD: number;
  readonly name: string;
  readonly status: "active" | "revoked";
  readonly wipe: boolean;
  readonly publicKey: string | null;
  readonly enrolledMs: number;
  readonly seenMs: number;
  readonly tokens: RefreshTokens;
}

export interface KeptUpload extends KeptFile {
  readonly chunks: readonly (FileRow & { readonly bytes: Uint8Array })[];
}

/** Everything of one company. Rows are replaced, never changed, so a shallow copy of the maps is a backup. */
export interface TenantTables {
  tenant: Tenant;
  madeMs: number;
  epoch: string;
  seq: number;
  gcSeq: number;
  users: Map<string, User>;
  enrolments: Map<string, Enrolment & { readonly used: boolean }>;
  devices: Map<string, KeptDevice>;
  /** By `collection/id`. */
  docs: Map<string, SavedDocument>;
  history: readonly KeptHistory[];
  /** By `device/d`. */
  ledger: Map<string, KeptOutcome>;
  series: Map<string, SeriesState>;
  /** By `series/no`. */
  taken: Map<string, TakenNumber>;
  leases: readonly (Lease & { readonly series: string })[];
  /** Uploads, by SHA-256. */
  files: Map<string, KeptUpload>;
  /** Lines that devices do not hold, by document and line. */
  archive: Map<string, Purchase>;
}

/**
 * A database in memory that any number of server processes may share, with transactions that are serial per tenant
 * and seen by nobody before their commit, like those of the SQL storage.
 */
export interface MemoryDatabase {
  readonly secrets: Map<string, string>;
  /** Wrong codes, oldest first. */
  failures: readonly { readonly address: string; readonly atMs: number }[];
  tenants: Map<string, TenantTables>;
  /** The transaction that has the tenant's counter row now, and those behind it. */
  readonly locks: Map<string, Promise<unknown>>;
}

export function createMemoryDatabase(): MemoryDatabase {
  return {
    ...{ secrets: new Map(), failures: [] },
    ...{ tenants: new Map(), locks: new Map() },
  };
}

export function tablesOf(
  database: MemoryDatabase,
  tenantId: string,
): TenantTables {
  const tables = database.tenants.get(tenantId);
  if (!tables) throw new Error(`No tenant ${tenantId}`);
  return tables;
}

/** What a nightly dump holds. */
export function backupOf(tables: TenantTables): TenantTables {
  return {
    ...tables,
    users: new Map(tables.users),
    enrolments: new Map(tables.enrolments),
    devices: new Map(tables.devices),
    docs: new Map(tables.docs),
    ledger: new Map(tables.ledger),
    series: new Map(tables.series),
    taken: new Map(tables.taken),
    archive: new Map(tables.archive),
    files: new Map(tables.files),
  };
}

/** An error as a database driver throws it. */
export function sqlError(code: string): Error {
  return Object.assign(new Error(`database error ${code}`), { code });
}

/** As `jsonb` would give it back; refuses what `jsonb` refuses. */
export function asStored<T>(value: T): T {
  const json = JSON.stringify(value);
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json))
    throw sqlError("22P05");
  return JSON.parse(json) as T;
}
