import type { Purchase } from "../../shared/entities/purchase.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type {
  HistoryRow,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import type { DigestRange } from "../../shared/sync/digest.ts";
import type { GroupResult } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";

/** What the sync routes ask of a database. Implemented in SQL; no caller knows more than this. */
export interface SyncStorage {
  /** Where the tenant's feed ends now. Documents up to `seq` are visible to whoever reads it first. */
  head(tenantId: string): Promise<TenantHead>;
  /** Of the collections named, those with a document in reach behind their cursor. */
  changedCollections(
    tenantId: string,
    buckets: readonly string[],
    cursors: ReadonlyMap<CollectionName, number>,
    upTo: number,
  ): Promise<ReadonlySet<CollectionName>>;
  /** The next documents of one collection in feed order: each once, at its latest place. */
  feed(tenantId: string, page: FeedPage): Promise<SavedDocument[]>;
  /** What is not deleted of one collection, in the order of ids. */
  range(tenantId: string, part: RangePart): Promise<SavedDocument[]>;
  document(tenantId: string, key: DocumentKey): Promise<SavedDocument | null>;
  history(
    tenantId: string,
    key: DocumentKey,
    limit: number,
  ): Promise<SavedHistory[]>;
  /** What these buckets hold of a collection, summed over ranges of ids, and the head as of which that is so. */
  digest(tenantId: string, part: DigestPart): Promise<StoreDigest>;
  /**
   * One transaction of one tenant. The tenant's counter row is locked by its first statement, so all writers of a
   * tenant are serial: no deadlock, no lost update, and the order of the feed is the order of commit.
   *
   * @param reserve how many places in the feed will probably be needed; the counter ends exact in any case
   */
  write<T>(
    tenantId: string,
    reserve: number,
    work: (tenant: TenantWriter) => Promise<T>,
  ): Promise<T>;
}

export interface TenantHead {
  readonly epoch: string;
  readonly seq: number;
  /** Cursors below this one have missed forgotten deletions. */
  readonly gcSeq: number;
}

export interface FeedPage {
  readonly collection: CollectionName;
  readonly buckets: readonly string[];
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

export interface RangePart {
  readonly collection: CollectionName;
  readonly buckets: readonly string[];
  readonly from: string;
  /** Exclusive. */
  readonly until?: string | undefined;
  readonly limit: number;
}

export interface DigestPart {
  readonly collection: CollectionName;
  readonly buckets: readonly string[];
  /** At most so many. */
  readonly ranges: number;
  readonly from?: string | undefined;
  /** Exclusive. */
  readonly until?: string | undefined;
}

export interface StoreDigest {
  readonly epoch: string;
  readonly seq: number;
  readonly ranges: readonly DigestRange[];
}

/** A document with what only the server knows of it. */
export interface UnsavedDocument {
  readonly doc: StoredDocument;
  readonly bucket: string;
  /** Unix ms of the latest edit, by its writer's clock. */
  readonly modifiedMs: number;
  readonly modifiedBy: string;
}

export interface SavedDocument extends UnsavedDocument {
  readonly seq: number;
}

export interface HistoryEntry extends HistoryRow {
  readonly key: DocumentKey;
  /** Of the group that wrote it. */
  readonly d: number;
}

export interface SavedHistory extends HistoryRow {
  readonly seq: number;
  readonly atMs: number;
}

export interface LedgerEntry {
  readonly d: number;
  /** Null when the group was too broken to have one. */
  readonly mutationId: string | null;
  readonly outcome: GroupResult;
}

export interface SeriesState {
  readonly series: string;
  readonly prefix: string;
  readonly digits: number;
  /** First number that neither a document nor a lease has had; hand-typed ones ahead of it aside. */
  readonly next: number;
  readonly last: number;
}

export interface Lease {
  readonly lo: number;
  readonly hi: number;
  readonly deviceId: string;
}

export interface TakenNumber {
  readonly no: string;
  /** Its value when it has the form of the series. */
  readonly n: number | null;
  readonly docId: string;
}

/** What an erasure leaves no trace of. */
export interface Forgotten {
  /** Their whole history goes. */
  readonly documents: readonly DocumentKey[];
  /** Of these what was ever written at one of the places, or below it. */
  readonly places: readonly (DocumentKey & {
    readonly heads: readonly string[];
  })[];
  /** What companies among them were ever called, as it stood on the cards of people who were with them. */
  readonly companyNames: readonly string[];
  /** Bytes that go, unless another document speaks of them. */
  readonly hashes: readonly string[];
}

/** One tenant, inside its transaction. */
export interface TenantWriter {
  readonly epoch: string;
  /** The feed's end before this transaction. */
  readonly startSeq: number;
  documents(keys: readonly DocumentKey[]): Promise<SavedDocument[]>;
  /** Every document of a small collection that the whole company may read: nobody's own views. */
  collection(name: CollectionName): Promise<SavedDocument[]>;
  /** Of codes those that are deleted. */
  deletedCodes(): Promise<SavedDocument[]>;
  /**
   * Whether something of a collection that is not deleted has this text at a place; `*` = each item of it.
   *
   * @param except ids of documents that are not looked at
   */
  names(
    c: CollectionName,
    place: string,
    text: string,
    except: readonly string[],
  ): Promise<boolean>;
  /** The marketing set-up: one document, or those that met after a split. Never the many views beside it. */
  marketing(): Promise<SavedDocument[]>;
  /** Contacts that are not deleted and have one of these as `companyId`. */
  peopleOf(companyIds: readonly string[]): Promise<SavedDocument[]>;
  /** Those of one company that are. */
  deletedPeopleOf(companyId: string): Promise<SavedDocument[]>;
  /** Tasks and opportunities with a contact or under a company that are not deleted. */
  workOf(contactId: string): Promise<SavedDocument[]>;
  /** The same of interactions. */
  visitsOf(contactId: string): Promise<SavedDocument[]>;
  /** Opportunities with a quote of this number (`quoteKey`), not deleted. */
  quotedAs(quoteNo: string): Promise<SavedDocument[]>;
  /** Interactions and tasks with a contact among those present besides, not deleted. */
  attendedBy(contactId: string): Promise<SavedDocument[]>;
  /** Accounts that are linked to a contact, or have it as their primary contact. */
  accountsOf(contactId: string): Promise<SavedDocument[]>;
  /** What is said about these contacts, and not deleted. */
  notesOf(contactIds: readonly string[]): Promise<SavedDocument[]>;
  /** Those that were deleted. */
  deletedNotesOf(contactIds: readonly string[]): Promise<SavedDocument[]>;
  /**
   * All that names one of these contacts, deleted or not, in anybody's reach: work, notes, files, accounts, other
   * contacts.
   */
  naming(contactIds: readonly string[]): Promise<SavedDocument[]>;
  /** Notes about these documents, deleted or not. */
  notesAbout(docIds: readonly string[]): Promise<SavedDocument[]>;
  /**
   * What companies are and were called, and what conflicts have kept of whom people worked for who have been with one of
   * them: neither names the company by itself.
   */
  companyTraces(companyIds: readonly string[]): Promise<{
    readonly names: readonly string[];
    readonly notes: readonly SavedDocument[];
  }>;
  /** PRV-5: takes out of every other table what it still holds of erased documents; once they are saved. */
  forget(forgotten: Forgotten): Promise<void>;
  /** Attachments of a contact, deleted ones too. */
  filesOf(contactIds: readonly string[]): Promise<SavedDocument[]>;
  /** Lines that devices do not hold: those with these documents and lines, or all of these customers and products. */
  archivedPurchases(
    which:
      | { readonly lines: readonly Purchase[] }
      | {
          readonly pairs: readonly Pick<Purchase, "customer" | "item">[];
        },
  ): Promise<Purchase[]>;
  /** Writes such lines, over those with the same document and line. */
  archivePurchases(lines: readonly Purchase[]): Promise<void>;
  /** Takes the lines with these documents and lines away. */
  unarchivePurchases(lines: readonly Purchase[]): Promise<void>;
  /** Lines that devices hold and that are of before a day, the first `limit`. */
  purchasesBefore(day: string, limit: number): Promise<SavedDocument[]>;
  /** Ids of contacts by `KIND/NO` of the record of the ERP that a relation links them to; of these numbers only. */
  linkedContacts(nos: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of these numbers that a purchase names as its customer's. */
  customersAmong(nos: readonly string[]): Promise<ReadonlySet<string>>;
  /** What was changed on a document since then, by the server's clock, with the value before; in no order. */
  changesSince(
    key: DocumentKey,
    atMs: number,
  ): Promise<readonly Pick<HistoryRow, "path" | "from" | "to" | "stamp">[]>;
  userNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  lastD(deviceId: string): Promise<number>;
  /** Groups up to this one may have left the ledger. */
  forgottenD(deviceId: string): Promise<number>;
  ledger(deviceId: string, ds: readonly number[]): Promise<LedgerEntry[]>;
  /** What became of these mutations when other devices of the same person sent them, under whichever number. */
  processedElsewhere(
    deviceId: string,
    mutationIds: readonly string[],
  ): Promise<LedgerEntry[]>;
  series(name: string): Promise<SeriesState | null>;
  /** Leases that contain one of these numbers. */
  leasesAround(series: string, ns: readonly number[]): Promise<Lease[]>;
  /** The device's newest lease. */
  leaseOf(series: string, deviceId: string): Promise<Lease | null>;
  /** Numbers that documents have: those named, and those from `from` to `to`. */
  taken(
    series: string,
    nos: readonly string[],
    from: number,
    to: number,
  ): Promise<TakenNumber[]>;
  /** Gives each document the next place in the feed, in this order; once a transaction. */
  save(documents: readonly UnsavedDocument[]): Promise<SavedDocument[]>;
  /** `seqOf` tells where the document of a row went in the feed. */
  appendHistory(
    deviceId: string,
    rows: readonly HistoryEntry[],
    seqOf: (key: DocumentKey) => number,
    atMs: number,
  ): Promise<void>;
  appendLedger(
    deviceId: string,
    rows: readonly LedgerEntry[],
    lastD: number,
    atMs: number,
  ): Promise<void>;
  takeNumbers(
    series: string,
    next: number,
    numbers: readonly TakenNumber[],
  ): Promise<void>;
  addLease(
    series: string,
    lease: Lease,
    next: number,
    atMs: number,
  ): Promise<void>;
}
