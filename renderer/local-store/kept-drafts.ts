import { Draft } from "../../shared/entities/draft.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { Save, Store } from "./store.ts";

/** Kept among the drafts, and nothing that anybody has half typed: what was done, imported and opened here. */
const NO_FORMS = [
  ...[
    "command",
    "command-part",
    "import",
    "import-part",
    "last-opened",
    "samples",
  ],
] as const;

/** Half-typed forms once more, outside the readable copy; a main process that refuses is not an error. */
export async function keepDrafts(
  bridge: Pick<Bridge, "invoke">,
  changes: readonly Change[],
): Promise<void> {
  const forms = changes.flatMap(({ c, id, before, after }) => {
    const draft = (after ?? before) as Partial<Draft> | null;
    const isForm = c === "drafts" && !isNoForm(draft?.form);
    return isForm ? [{ id, draft: after as never }] : [];
  });
  await Promise.allSettled(
    forms.map(async (one) => bridge.invoke("drafts/keep", one)),
  );
}

/** Forms that were being filled in when the readable copy, or a part of it, was lost. */
export async function bringDraftsBack(deps: {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Pick<Store, "get">;
  readonly save: Save;
}): Promise<void> {
  const { drafts } = await deps.bridge.invoke("drafts/kept", undefined);
  for (const found of drafts) {
    const draft = Draft.fields.safeParse(found).data;
    if (!draft) continue;
    const before = await deps.store.get("drafts", draft.id);
    // A copy whose last writes were cut off has it as it was before.
    if (before !== null && before.savedAt >= draft.savedAt) continue;
    const change = { c: "drafts", id: draft.id, before, after: draft };
    await deps.save("action.draft", [change as Change]);
  }
}

export const PAGE = 500;

/** What is this device's own and no form, for a readable copy that is about to be made anew. */
export async function shelveTheRest(deps: {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Pick<Store, "page">;
}): Promise<void> {
  for (let after = ""; ;) {
    const page = await deps.store.page("drafts", after, PAGE);
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    for (const draft of page.filter(({ form }) => isNoForm(form)))
      await deps.bridge.invoke("drafts/keep", {
        ...{ id: draft.id, draft: draft as never },
      });
  }
}

/** It is in the copy again. */
export async function unshelveTheRest(
  bridge: Pick<Bridge, "invoke">,
): Promise<void> {
  const { drafts } = await bridge.invoke("drafts/kept", undefined);
  for (const found of drafts) {
    const draft = Draft.fields.safeParse(found).data;
    if (draft && isNoForm(draft.form))
      await bridge.invoke("drafts/keep", { id: draft.id, draft: null });
  }
}

export function isNoForm(form: string | undefined): boolean {
  return NO_FORMS.some((one) => one === form);
}
