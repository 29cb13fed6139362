import type { TFunction } from "i18next";
import { probabilityOf } from "../../../shared/domain/sales-cycle.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { percent } from "./stage-text.ts";

/** OPP-4: where the probability of an entry comes from, in a sentence: it is seldom what one has typed. */
export function chanceWords(
  t: TFunction,
  cycle: Code | null,
  entry: { readonly chances: number; readonly completed: number },
): string {
  if (Number.isNaN(entry.chances)) return "";
  const method = cycle?.probability ?? "multiply";
  return t(`sale.probabilityBy.${method}`, {
    probability: percent(probabilityOf(method, entry)),
    chances: percent(entry.chances),
    completed: percent(entry.completed),
  });
}
