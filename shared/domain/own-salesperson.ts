import { fold } from "../core/fold.ts";
import type { Code } from "../entities/code.ts";
import type { Setting } from "../entities/setting.ts";
import type { Change } from "./change.ts";
import { changeSetting, type SettingPatch } from "./marketing-setting.ts";
import type { NewId } from "./new-id.ts";

/** As salespeople are called by their colleagues, not yet taken: Chantal Rochat → CRO, another one CRO2. */
export function salespersonCode(
  name: string,
  taken: readonly string[],
): string {
  const words = fold(name)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "");
  const last = words.at(-1) ?? "";
  const letters =
    words.length > 1
      ? `${words[0]?.charAt(0) ?? ""}${last.slice(0, 2)}`
      : last.slice(0, 3);
  const base = letters || "ME";
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}${n}`;
    if (!taken.includes(code)) return code;
  }
}

/**
 * Whoever has the notebook to themselves says what they are called: they become a salesperson, and the one that new
 * contacts, tasks and opportunities begin with (DEF-2). Somebody of that name who is on the list already is taken.
 */
export function becomeSalesperson(
  facts: {
    readonly newId: NewId;
    /** All stored ones, retired ones too: their letters are taken. */
    readonly codes: readonly Code[];
    readonly setting: Setting | null;
    /** What stands while `setting` is null. */
    readonly first?: Setting;
  },
  typed: string,
  /** What else of the set-up is said with it. */
  also: SettingPatch = {},
): readonly Change[] {
  const name = typed.trim().slice(0, 50);
  if (name === "")
    return Object.keys(also).length === 0
      ? []
      : changeSetting(facts.setting, also, facts.first);
  const all = facts.codes.filter(({ kind }) => kind === "salesperson");
  const known = all.find(
    (one) => !one.inactive && fold(one.description) === fold(name),
  );
  const last = Math.max(0, ...all.map(({ sort }) => sort ?? 0));
  const own: Code = known ?? {
    id: facts.newId(),
    kind: "salesperson",
    code: salespersonCode(
      name,
      all.map(({ code }) => code),
    ),
    description: name,
    sort: last + 10,
  };
  return [
    ...(known
      ? []
      : [{ c: "codes" as const, id: own.id, before: null, after: own }]),
    ...changeSetting(
      facts.setting,
      { ...also, defaultSalesperson: own.code },
      facts.first,
    ),
  ];
}

/** Who has a notebook that no server knows: its default salesperson, or nobody yet. */
export function ownSalesperson(
  setting: Setting | null,
  find: (code: string) => Pick<Code, "code" | "description"> | null,
): { readonly name: string; readonly salesperson: string } | null {
  const { defaultSalesperson } = setting ?? {};
  const own = defaultSalesperson ? find(defaultSalesperson) : null;
  return own && { name: own.description, salesperson: own.code };
}
