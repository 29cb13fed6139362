import type { frCHKeys } from "./fr-CH-keys.ts";

export type KeysWords = Readonly<Record<keyof typeof frCHKeys, string>>;
