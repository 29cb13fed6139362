import { z } from "zod";
import { Sha256 } from "../entities/file.ts";
import { collectionNames, type CollectionName } from "../entities/registry.ts";
import { request } from "./request.ts";

/** The table of contents of a backup (electron/os/backup/FORMAT.md): `manifest.json`, the last entry of its zip file. */

export const BACKUP_FORMAT = "carnet-backup";
export const BACKUP_VERSION = 1;
/** Ending of its file name. */
export const BACKUP_ENDING = "carnetbackup";

/** Letters of one part's documents: what crosses to the window at a time. */
export const BACKUP_PART_MAX = 30_000_000;

const Name = z
  .string()
  .max(120)
  .regex(/^[a-z]+\/[0-9a-zA-Z.]+$/);

const BackupEntry = z.strictObject({
  name: Name,
  bytes: z.int().min(0),
  sha256: Sha256,
  /** How many lines; absent = the bytes of an attachment. */
  documents: z.int().min(0).optional(),
});
export type BackupEntry = z.infer<typeof BackupEntry>;

export const BackupManifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.int().min(1),
  /** Of the documents, as on the wire. */
  schema: z.int().min(1),
  app: z.string().max(40),
  createdAt: z.iso.datetime(),
  documents: z.record(z.string().max(40), z.int().min(0)),
  entries: z.array(BackupEntry),
  /** Attachments that some document names and whose bytes were not on the device. */
  missing: z.array(Sha256),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** What became of a file and a passphrase. */
export const OpenedBackup = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open"), manifest: BackupManifest }),
  z.object({
    kind: z.enum([
      "wrong-passphrase",
      "not-a-backup",
      /** Cut short or changed since it was written. */
      "damaged",
      /** Of a later version of the app. */
      "newer",
      "unreadable",
    ]),
  }),
]);
export type OpenedBackup = z.infer<typeof OpenedBackup>;

const BackupFailed = z.object({
  status: z.literal("failed"),
  reason: z.enum(["disk-full", "io"]),
});
const BackupStep = z.discriminatedUnion("status", [
  z.object({ status: z.literal("written") }),
  BackupFailed,
]);
const Passphrase = z.string().min(8).max(1000);
const nothing = z.undefined();

export const backupRequests = {
  /**
   * Asks where to, and begins a backup there; what is under that name stays until the new one is whole. One at a time: a
   * new one gives up what was begun before.
   */
  "backup/begin": request(
    z.strictObject({
      name: z.string().min(1).max(200),
      passphrase: Passphrase,
    }),
    z.discriminatedUnion("status", [
      z.object({ status: z.enum(["written", "canceled"]) }),
      BackupFailed,
    ]),
  ),
  /** `documents` of one collection, one a line. */
  "backup/add": request(
    z.strictObject({
      collection: z.enum(collectionNames as [CollectionName]),
      documents: z.int().min(1),
      text: z.string().max(BACKUP_PART_MAX),
    }),
    BackupStep,
  ),
  /** The bytes of an attachment, as far as they are here. */
  "backup/add-file": request(z.strictObject({ sha256: Sha256 }), BackupStep),
  /** Read back whole before it counts. */
  "backup/finish": request(
    nothing,
    z.discriminatedUnion("status", [
      z.object({
        status: z.literal("saved"),
        name: z.string(),
        bytes: z.int(),
      }),
      BackupFailed,
    ]),
  ),
  "backup/cancel": request(nothing, z.object({})),
  /** Lets the person choose a backup; its path stays in the main process. */
  "backup/choose": request(
    nothing,
    z.object({
      file: z
        .object({ key: z.uuid(), name: z.string(), bytes: z.int() })
        .nullable(),
    }),
  ),
  "backup/open": request(
    z.strictObject({ key: z.uuid(), passphrase: Passphrase }),
    OpenedBackup,
  ),
  /** An entry of the open one's manifest, checked; null = no longer what was written. `text` of documents alone. */
  "backup/read": request(
    z.strictObject({ entry: z.int().min(0) }),
    z.object({ text: z.string().nullable(), whole: z.boolean() }),
  ),
  /** Puts the bytes of an attachment where `files/add` puts them. */
  "backup/take-file": request(
    z.strictObject({ entry: z.int().min(0) }),
    z.object({ taken: z.boolean() }),
  ),
  "backup/close": request(nothing, z.object({})),
} as const;
