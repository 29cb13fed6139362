import type { frCHSubject } from "./fr-CH-subject.ts";

/** Every key about a person's export that a language must have. */
export type SubjectWords = Readonly<Record<keyof typeof frCHSubject, string>>;
