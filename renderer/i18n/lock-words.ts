import type { frCHLock } from "./fr-CH-lock.ts";

export type LockWords = Readonly<Record<keyof typeof frCHLock, string>>;
