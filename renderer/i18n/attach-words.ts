import type { frCHAttach } from "./fr-CH-attach.ts";

/** Every key about attached photos and files that a language must have. */
export type AttachWords = Readonly<Record<keyof typeof frCHAttach, string>>;
