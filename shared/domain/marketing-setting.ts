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

/** What most contacts speak, by the language of the screen. */
const SPOKEN: Readonly<Record<string, string>> = {
  "fr-CH": "FRS",
  "de-CH": "DES",
  "it-CH": "ITS",
};

/** DEF-1: the same for somebody who reads `screen`: nobody who works in German writes French letters unasked. */
export function firstSettingFor(screen: string): Setting {
  const defaultLanguage = SPOKEN[screen];
  return defaultLanguage ? { ...firstSetting, defaultLanguage } : firstSetting;
}

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
  first: Setting = firstSetting,
): readonly Change[] {
  const before = stored ?? first;
  const after = (Object.keys(patch) as (keyof Setting)[]).reduce(
    (next, member) => withValue(next, member, patch[member]),
    before,
  );
  if (after === before && stored !== null) return [];
  return [{ c: "settings", id: after.id, before: stored, after }];
}
