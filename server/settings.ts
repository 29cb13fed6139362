import { readFileSync } from "node:fs";
import { z } from "zod";

const rate = (perSecond: number, burst: number) =>
  z
    .strictObject({
      perSecond: z.number().positive().default(perSecond),
      burst: z.int().min(1).default(burst),
    })
    .prefault({});

const atOnce = (most: number) => z.int().min(1).default(most);

/** Devices send again what they have sent in 30 days, to a server that was restored from a copy of some age. */
const LEAST_LEDGER_DAYS = 60;

const days = {
  /** Of each field's history; 0 = for ever. What counts, and who wrote it when, stays with the document. */
  historyDays: z.number().min(0),
  /** Of what became of each group that a device has sent. The last 1,000 of a device are kept in any case. */
  ledgerDays: z.number().min(LEAST_LEDGER_DAYS),
  /** Of the bytes of attachments of which no document speaks any more. */
  filesDays: z.number().min(1),
};

/**
 * What an operator may set, in one JSON file (`--config FILE`); what is left out is as here. The rates are sync.md §6:
 * of one device each, far above what the app asks for. Tests and long proofs raise them; one test holds these.
 */
export const Settings = z.strictObject({
  limits: z
    .strictObject({
      push: rate(5, 20),
      /** Digests, leases and histories count as pulls. */
      pull: rate(10, 50),
      /** Requests of one company at work at the same time in this process; the next one is told to come again. */
      pushesAtOnce: atOnce(32),
      pullsAtOnce: atOnce(64),
      streamsOfDevice: atOnce(16),
      /** Whole snapshots that a device may fetch in ten minutes, and answers with parts of them that run at once. */
      snapshotsInTenMinutes: atOnce(10),
      snapshotsAtOnce: atOnce(16),
    })
    .prefault({}),
  /** From so many documents on a new device gets them as a snapshot instead of page by page. */
  snapshotFrom: z.int().min(1).default(20_000),
  /** Deletions older than this are forgotten; a device that was away for longer compares everything (410). */
  tombstoneDays: z.number().positive().default(180),
  /** How long is kept what nobody needs for working; `tenants`: otherwise for this company (its id). */
  retention: z
    .strictObject({
      historyDays: days.historyDays.default(400),
      ledgerDays: days.ledgerDays.default(180),
      filesDays: days.filesDays.default(30),
      tenants: z.record(z.uuid(), z.strictObject(days).partial()).default({}),
    })
    .prefault({}),
  /** Of the embedded database, into `dumps` in its folder; 0 hours = none. */
  dumps: z
    .strictObject({
      everyHours: z.number().min(0).default(6),
      keep: atOnce(28),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof Settings>;
export type Limits = Settings["limits"];

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/** @throws Error with the place of the fault, in one line */
export function readSettings(file: string): Settings {
  const fail = (why: string) => new Error(`--config ${file}: ${why}`);
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw fail(error instanceof Error ? error.message : "unreadable");
  }
  const settings = Settings.safeParse(raw);
  if (settings.success) return settings.data;
  const issue = settings.error.issues[0];
  throw fail(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "?"}`);
}
