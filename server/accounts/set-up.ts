import {
  linkCodesOf,
  type LinkCodes,
} from "../../shared/domain/business-relations.ts";
import { defaultCycle } from "../../shared/domain/default-cycle.ts";
import { findCode, codesOf } from "../../shared/domain/starter-codes.ts";
import type { AccountKind } from "../../shared/entities/account.ts";
import type { Code } from "../../shared/entities/code.ts";
import type { Setting } from "../../shared/entities/setting.ts";
import type { WorkingSet } from "../push/working-set.ts";
import type { TenantWriter } from "../storage/sync-storage.ts";

export interface CompanySetUp {
  /** Empty where the relation has been taken off the list (REL-5). */
  readonly linkCodes: LinkCodes;
  readonly templates: readonly Code[];
  /** DEF-4. */
  readonly cycle: string | undefined;
}

/** Working sets that hold the set-up already: a push of many groups reads it once. */
const held = new WeakSet<WorkingSet>();

/** What the set-up says about linked records and new opportunities; read only when it is asked for. */
export async function readSetUp(
  tenant: TenantWriter,
  working: WorkingSet,
): Promise<CompanySetUp> {
  if (!held.has(working)) {
    working.absorb(await tenant.marketing());
    working.absorb(await tenant.collection("codes"));
    held.add(working);
  }
  const alive = working.all().filter(({ doc }) => !doc.deleted);
  const codes = alive
    .filter(({ doc }) => doc.c === "codes")
    .map(({ doc }) => doc.v as unknown as Code);
  const setting = marketingSetting(working);
  const linkCodes = linkCodesOf(setting);
  const inUse = (code: string) => {
    const found = findCode("businessRelation", code, codes);
    return found && found.inactive !== true ? code : "";
  };
  return {
    linkCodes: Object.fromEntries(
      Object.entries(linkCodes).map(([kind, code]) => [kind, inUse(code)]),
    ) as Record<AccountKind, string>,
    templates: [
      ...codesOf("customerTemplate", codes),
      ...codesOf("vendorTemplate", codes),
    ],
    cycle: defaultCycle(setting, codes),
  };
}

/** The company's one set-up document; of two that met after a split, always the same. */
export function marketingSetting(
  working: Pick<WorkingSet, "all">,
): Setting | null {
  const settings = working
    .all()
    .filter(({ doc }) => doc.c === "settings" && !doc.deleted)
    .filter(({ doc }) => doc.v["key"] === "marketing")
    .sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
  return (settings[0]?.doc.v as Setting | undefined) ?? null;
}
