import { z } from "zod";
import { TARGETS } from "../../shared/table/targets.ts";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Change } from "../../shared/domain/change.ts";
import { idBehindForms } from "./past-imports.ts";
import type { Save, Store } from "./store.ts";

/**
 * How a person has read a table, kept on this device for the next one with the same headings: among the drafts, sealed
 * like them and never sent.
 */

const ALL = namedId("draft/import-mappings");
const FORM = "import-mapping";

const Mapping = z.object({
  columns: z.array(
    z
      .object({
        target: z.enum(TARGETS),
        place: z.string().optional(),
        labelAt: z.int().optional(),
      })
      .nullable(),
  ),
  dayOrder: z.enum(["day-first", "month-first"]),
  country: z.string(),
  prettyPhones: z.boolean(),
  properCase: z.boolean(),
  restToComment: z.boolean(),
  known: z.enum(["leave", "fill", "overwrite"]),
});
export type Mapping = z.infer<typeof Mapping>;

function idOf(signature: string): string {
  return idBehindForms(namedId(`import-mapping/${signature}`));
}

/** Null when no table with these headings was read here, or what was kept cannot be read any more. */
export async function readMapping(
  store: Pick<Store, "getMany">,
  signature: string,
): Promise<Mapping | null> {
  const id = idOf(signature);
  const found = (await store.getMany("drafts", [id])).get(id);
  return Mapping.safeParse(found?.value).data ?? null;
}

export async function keepMapping(
  { store, save }: { store: Pick<Store, "getMany">; save: Save },
  signature: string,
  mapping: Mapping,
  now: number,
): Promise<void> {
  const id = idOf(signature);
  const before = (await store.getMany("drafts", [id])).get(id) ?? null;
  const after = {
    ...{ id, form: FORM, contactId: ALL },
    // Absent members must not be there at all.
    value: JSON.parse(JSON.stringify(mapping)) as NonNullable<
      typeof before
    >["value"],
    savedAt: new Date(now).toISOString(),
  };
  const change: Change = { c: "drafts", id, before, after };
  await save("action.draft", [change]);
}
