import type { Setting } from "../../shared/entities/setting.ts";
import type { Store } from "./store.ts";
import {
  inheritFlagsOf,
  type InheritFlags,
} from "../../shared/domain/inheritance.ts";

/** Views of the list are settings, too: many of them must not hide the one that is the company's set-up. */
export const SETTINGS_MAX = 1000;

/** The company's marketing set-up as this device knows it; null before the first sync. */
export async function readMarketing(
  store: Pick<Store, "all">,
): Promise<Setting | null> {
  const settings = await store.all("settings", SETTINGS_MAX);
  return settings.find(({ key }) => key === "marketing") ?? null;
}

/** The company's inheritance flags as this device knows them (INH-1). */
export async function readFlags(
  store: Pick<Store, "all">,
): Promise<InheritFlags> {
  return inheritFlagsOf(await readMarketing(store));
}
