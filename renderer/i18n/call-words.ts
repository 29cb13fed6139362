import type { frCHCall } from "./fr-CH-call.ts";

export type CallWords = Readonly<Record<keyof typeof frCHCall, string>>;
