import { keyOf, type DoneStep } from "../../shared/sync/reverse.ts";
import { namesOne, stepWithout } from "../../shared/sync/without-erased.ts";
import type { Command, CommandPart } from "./undo-record.ts";

/**
 * PRV-5: what of a command can still be taken back when documents are erased, without a word of them: of fifty that were
 * deleted together the other ones come back. A merge with one of them is forgotten: it has put into others what was
 * theirs.
 *
 * @returns null = nothing is left; `whole` = it names none of them
 */
export function commandWithout(
  command: Command,
  parts: readonly CommandPart[],
  ids: ReadonlySet<string>,
): "whole" | null | { command: Command; parts: readonly CommandPart[] } {
  const steps = parts.flatMap((part) => part.steps);
  if (!namesOne([command.deleted, steps], ids)) return "whole";
  if (steps.some((step) => merges(step, ids))) return null;
  const left = parts.map((part) => ({
    ...part,
    steps: part.steps.flatMap((step) => {
      const rest = stepWithout(step, ids);
      return (rest && withoutNames(rest)) ?? [];
    }),
  }));
  const keys = left.flatMap((part) => part.steps.map(keyOf));
  if (keys.length === 0) return null;
  const { name: _theirs, deleted, ...others } = command;
  const stay = deleted?.filter(({ id }) => !ids.has(id)) ?? [];
  return {
    command: {
      ...others,
      records: command.by === undefined ? new Set(keys).size : stay.length,
      ...(stay.length === 0 ? {} : { deleted: stay }),
    },
    parts: left,
  };
}

function merges(step: DoneStep, ids: ReadonlySet<string>): boolean {
  if (step.k === "ins" || step.k === "del")
    return step.v["kind"] === "merge" && namesOne(step.v, ids);
  return (
    step.k === "set" &&
    Object.hasOwn(step.f, "mergedInto") &&
    namesOne(step, ids)
  );
}

/** People of a company that has changed its name with it: which company's it was, the step does not say. */
function withoutNames(step: DoneStep): DoneStep | null {
  if (step.k !== "set" || Object.hasOwn(step.f, "companyId")) return step;
  const { companyName: _name, ...f } = step.f;
  return Object.keys(f).length === 0 ? null : { ...step, f };
}
