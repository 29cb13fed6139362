import { stageOf, stageText } from "../../../shared/domain/sales-cycle.ts";
import type { Code } from "../../../shared/entities/code.ts";

/** What a stage is called; its number where the cycle no longer has it. */
export function nameOfStage(
  cycle: Code | null,
  stage: number,
  language: string,
): string {
  const found = stageOf(cycle, stage);
  return found ? `${stage} ${stageText(found, language)}` : String(stage);
}

/** `17.5` → `17.5 %`. */
export function percent(value: number | undefined): string {
  return value === undefined ? "" : `${value} %`;
}
