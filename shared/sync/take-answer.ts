import type { Outbox, Replica } from "./ports.ts";
import type { Group, GroupResult, PushAnswer } from "./protocol.ts";
import type { Survey } from "./survey.ts";
import { unknownKeys } from "./unknown-keys.ts";

/** What was pushed. */
export interface Pushed {
  /** As the journal has it, and as it was sent after a survey. */
  readonly found: readonly Group[];
  readonly groups: readonly Group[];
  /** As whom. */
  readonly device: string;
}

/**
 * What a push was answered goes into the store and then into the journal, each durably.
 *
 * @param acked entries up to here had been acknowledged before
 * @param survey set while a restored server is sent again what it has lost
 */
export async function takeAnswer(
  { outbox, replica }: { readonly outbox: Outbox; readonly replica: Replica },
  pushed: Pushed,
  answer: PushAnswer,
  acked: number,
  survey: Survey | null,
): Promise<void> {
  const { epoch, docs, upto } = answer;
  const refused = refusalsIn(answer, pushed, acked, survey);
  // While acknowledged entries are sent again, the documents still lack what comes in later ones.
  if (upto >= acked) {
    await replica.applyServer(epoch, docs, upto);
    const told = new Set(refused.map(({ d }) => d));
    const unknown = unknownKeys(pushed.groups, answer, told);
    await replica.removeUnknown(unknown, upto);
  } else if (refused.length === 0) return;
  await outbox.acknowledge(upto, refused, pushed.device);
}

/** What the person has to hear of; of what a restored server is sent again, only what is lost with it. */
function refusalsIn(
  { results, upto, docs }: PushAnswer,
  { found, groups }: Pushed,
  acked: number,
  survey: Survey | null,
): readonly GroupResult[] {
  return results.filter(({ s, d }) => {
    if (s !== "rejected" || d > upto) return false;
    if (d > acked) return true;
    const [group, sent] = [found, groups].map((of) =>
      of.find((one) => one.d === d),
    );
    return group && sent && survey?.isLost(group, sent, docs);
  });
}
