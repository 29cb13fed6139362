import type { Code } from "../entities/code.ts";
import type { Setting } from "../entities/setting.ts";
import { findCode } from "./starter-codes.ts";
import { starterDefaults } from "./starter-defaults.ts";

/**
 * DEF-4: the sales cycle of an opportunity for which none was chosen; undefined when the set-up names none, or one that
 * is blocked (taken off its list).
 *
 * @param codes the company's own lists
 */
export function defaultCycle(
  setting: Setting | null,
  codes: readonly Code[],
): string | undefined {
  const code = (setting ?? starterDefaults).defaultSalesCycle;
  const cycle = code === undefined ? null : findCode("salesCycle", code, codes);
  return cycle && cycle.inactive !== true ? cycle.code : undefined;
}
