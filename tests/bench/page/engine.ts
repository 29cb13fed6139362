import type { Envelope } from "../../../shared/sync/protocol.ts";

export const PAGE = 1000;

/** Pages of documents as a server would send them, made beforehand: only what comes after the network is measured. */
export type Pages = readonly (readonly Envelope[])[];

/** One way of bringing pulled documents to the disk. Resolves when all are readable. */
export type PullApply = (pages: Pages) => Promise<void>;
