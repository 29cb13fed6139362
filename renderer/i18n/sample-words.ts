import type { frCHSample } from "./fr-CH-sample.ts";

/** Every key about the first screen and sample data that a language must have. */
export type SampleWords = Readonly<Record<keyof typeof frCHSample, string>>;
