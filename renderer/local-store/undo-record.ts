import { z } from "zod";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import type { DoneStep } from "../../shared/sync/reverse.ts";
import { idBehindForms } from "./past-imports.ts";
import type { Store } from "./store.ts";

/**
 * What was done here is kept on this device so that it can be taken back after a restart: among the drafts, sealed like
 * them and never sent. Each command has one head, found under `ALL`, and parts with its steps, found under the head's id.
 */

const ALL = namedId("draft/commands");
const HEAD = "command";
const PART = "command-part";
/** Also what was deleted in the last 30 days, beyond the 200. */
const MOST_HEADS = 5_000;
/** Read at first; twice as many as long as there are more. */
const SOME_PARTS = 5_000;
/** A part is opened and sealed as one text. */
const PART_STEPS = 200;

const Command = z.object({
  id: z.string(),
  /** The key of its words, as in the outbox. */
  label: z.string(),
  /** Unix milliseconds. */
  at: z.number(),
  /** What there is to take back: of an undone command what would be done again. */
  state: z.enum(["done", "undone"]),
  /** Documents that it concerns. */
  records: z.int(),
  /** Parts that its steps are kept in; without all of them it cannot be taken back. Absent in an older record. */
  parts: z.int().optional(),
  /** Of the one contact that it is about. */
  name: z.string().optional(),
  /** Contacts that it has deleted: in the trash. */
  deleted: z
    .array(z.object({ id: z.string(), name: z.string(), type: z.string() }))
    .optional(),
  /** Who deleted them, when it was not this device. */
  by: z.string().optional(),
});
export type Command = Readonly<z.infer<typeof Command>>;

export interface CommandPart {
  readonly id: string;
  /** Position among the command's parts. */
  readonly index: number;
  /** Whether its steps are those of an undo. */
  readonly state: Command["state"];
  readonly steps: readonly DoneStep[];
}

export function commandDraft(command: Command): Draft {
  return {
    id: command.id,
    form: HEAD,
    contactId: ALL,
    value: plain(command),
    savedAt: new Date(command.at).toISOString(),
  };
}

/** Oldest first; what cannot be read is left out. */
export async function readCommands(
  store: Pick<Store, "byContact">,
): Promise<readonly Command[]> {
  const heads = await store.byContact("drafts", ALL, MOST_HEADS);
  return heads
    .flatMap(({ value }) => Command.safeParse(value).data ?? [])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export function newCommandId(newId: string): string {
  return idBehindForms(newId);
}

export function partsOf(
  steps: readonly DoneStep[],
  from: number,
  newId: () => string,
): readonly CommandPart[] {
  const parts: CommandPart[] = [];
  for (let i = 0; i < steps.length; i += PART_STEPS)
    parts.push({
      id: idBehindForms(newId()),
      index: from + parts.length,
      state: "done",
      steps: steps.slice(i, i + PART_STEPS),
    });
  return parts;
}

export function partDraft(
  commandId: string,
  part: CommandPart,
  at: number,
): Draft {
  const { id, ...value } = part;
  return {
    id,
    form: PART,
    contactId: commandId,
    value: plain(value),
    savedAt: new Date(at).toISOString(),
  };
}

const Part = z.object({
  index: z.int(),
  state: z.enum(["done", "undone"]),
  steps: z.array(z.looseObject({ c: z.string(), id: z.string() })),
});

/** In the order in which they were done. */
export async function readParts(
  store: Pick<Store, "byContact">,
  commandId: string,
): Promise<readonly CommandPart[]> {
  const drafts = await allOf(store, commandId);
  return drafts
    .flatMap(({ id, form, value }): readonly CommandPart[] => {
      const found = Part.safeParse(value).data;
      if (form !== PART || !found) return [];
      const steps = found.steps as unknown as readonly DoneStep[];
      return [{ ...found, id, steps }];
    })
    .toSorted((a, b) => a.index - b.index);
}

async function allOf(
  store: Pick<Store, "byContact">,
  commandId: string,
): Promise<readonly Draft[]> {
  for (let limit = SOME_PARTS; ; limit *= 2) {
    const drafts = await store.byContact("drafts", commandId, limit);
    if (drafts.length < limit) return drafts;
  }
}

/** Absent members must not be there at all. */
function plain(value: object): Draft["value"] {
  return JSON.parse(JSON.stringify(value)) as Draft["value"];
}
