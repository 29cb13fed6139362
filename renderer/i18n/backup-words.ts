import type { frCHBackup } from "./fr-CH-backup.ts";

/** Every key about backup and restore that a language must have. */
export type BackupWords = Readonly<Record<keyof typeof frCHBackup, string>>;
