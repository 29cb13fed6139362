import type { frCHRecovery } from "./fr-CH-recovery.ts";

export type RecoveryWords = Readonly<Record<keyof typeof frCHRecovery, string>>;
