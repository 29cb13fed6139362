import { isCollection } from "../entities/registry.ts";
import type { Group, Op, PushAnswer } from "./protocol.ts";
import type { DocumentKey } from "./reply.ts";

/**
 * Documents that the answered groups speak of and that the server does not have: this device alone believes in them. It
 * has refused them, or it has taken them at some time and they were deleted and forgotten before the answer arrived.
 *
 * @param told numbers of the groups whose refusal the person hears of; what else a restored server refuses stays
 */
export function unknownKeys(
  groups: readonly Group[],
  answer: PushAnswer,
  told: ReadonlySet<number>,
): readonly DocumentKey[] {
  const known = new Set(answer.docs.map((doc) => doc.id));
  const answered = answer.results.filter(({ d }) => d <= answer.upto);
  return answered.flatMap(({ d, s, code }) => {
    const tells = ({ k }: Op) =>
      s === "dup" ||
      (s === "rejected" &&
        told.has(d) &&
        (k === "ins" || code === "not_found"));
    const ops = groups.find((group) => group.d === d)?.ops ?? [];
    return ops.flatMap((op) =>
      tells(op) && isCollection(op.c) && !known.has(op.id)
        ? [{ c: op.c, id: op.id }]
        : [],
    );
  });
}
