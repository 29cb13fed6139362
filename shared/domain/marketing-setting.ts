import type { Setting } from "../entities/setting.ts";
import type { Change } from "./change.ts";
import { namedId } from "./named-id.ts";
import { starterDefaults } from "./starter-defaults.ts";
import { withValue } from "./with-value.ts";

/** The company's one marketing set-up, before anybody has changed it. */
export const firstSetting: Setting = {
  id: namedId("setting/marketing"),
  key: "marketing",
  ...starterDefaults,
};

/** Members to be changed; null = taken out. */
export type SettingPatch = {
  readonly [M in keyof Setting]?: Setting[M] | null;
};

/** In a notebook that no server knows: a company that is joined later keeps its own (`givesWay`). */
export function writtenAlone(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) =>
    change.c === "settings" ? { ...change, origin: "inherited" } : change,
  );
}

/** The marketing set-up with members changed. No change at all is an empty list. */
export function changeSetting(
  stored: Setting | null,
  patch: SettingPatch,
): readonly Change[] {
  const before = stored ?? firstSetting;
  const after = (Object.keys(patch) as (keyof Setting)[]).reduce(
    (next, member) => withValue(next, member, patch[member]),
    before,
  );
  if (after === before && stored !== null) return [];
  return [{ c: "settings", id: after.id, before: stored, after }];
}
