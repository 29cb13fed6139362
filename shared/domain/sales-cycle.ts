import type { Code, Stage } from "../entities/code.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import { activeEntry } from "./opportunity-entries.ts";
import { isOpenOpportunity } from "./opportunity-values.ts";

/** The stages of a sales cycle in their order. */
export function stagesOf(cycle: Pick<Code, "stages"> | null): readonly Stage[] {
  return (cycle?.stages ?? []).toSorted((a, b) => a.stage - b.stage);
}

export function stageOf(
  cycle: Pick<Code, "stages"> | null,
  stage: number,
): Stage | null {
  return cycle?.stages?.find((one) => one.stage === stage) ?? null;
}

export function stageText(stage: Stage, locale: string): string {
  return stage.translations?.[locale] ?? stage.description;
}

/** OPP-4: percent, to two places; `multiply` where the cycle does not say. */
export function probabilityOf(
  method: Code["probability"],
  {
    completed,
    chances,
  }: { readonly completed: number; readonly chances: number },
): number {
  const exact = {
    multiply: (chances * completed) / 100,
    add: (chances + completed) / 2,
    chances,
    completed,
  }[method ?? "multiply"];
  return Math.round(exact * 100) / 100;
}

/** OPP-11: the stages of a cycle in which an open opportunity stands: they are not taken out of it. */
export function stagesInUse(
  cycle: string,
  opportunities: readonly Opportunity[],
): ReadonlySet<number> {
  return new Set(
    opportunities.flatMap((one) => {
      const stage = activeEntry(one)?.entry.stage;
      const here = one.cycle === cycle && isOpenOpportunity(one);
      return here && stage !== undefined ? [stage] : [];
    }),
  );
}
