import type { ProblemCode } from "../../shared/domain/field-check.ts";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import type { Save, Store } from "./store.ts";

/** A text that was refused: it stays in its field with the reason until it is put right or reverted. */
export interface RefusedText {
  readonly text: string;
  readonly code: ProblemCode | "not-saved" | "not-finished";
}

const FORM = "card";

/** One draft a contact holds all of its refused texts, by field. */
export function refusedDraftId(contactId: string): string {
  return namedId(`draft/card/${contactId}`);
}

/** Null = nothing to keep. */
export function refusedDraft(
  contactId: string,
  texts: ReadonlyMap<string, RefusedText>,
  nowMs: number,
): Draft | null {
  if (texts.size === 0) return null;
  return {
    id: refusedDraftId(contactId),
    form: FORM,
    contactId,
    value: Object.fromEntries(
      [...texts].map(([field, { text, code }]) => [field, { text, code }]),
    ),
    savedAt: new Date(nowMs).toISOString(),
  };
}

/** The texts of a stored draft; whatever is not of this form is left out. */
export function readTexts(value: unknown): ReadonlyMap<string, RefusedText> {
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([field, kept]: [string, unknown]) => {
      const row = kept as Partial<RefusedText> | null;
      return typeof row?.text === "string" && typeof row.code === "string"
        ? [[field, { text: row.text, code: row.code }] as const]
        : [];
    }),
  );
}

/** Of a contact whose card is not open. */
export async function readRefused(
  store: Pick<Store, "get">,
  contactId: string,
): Promise<ReadonlyMap<string, RefusedText>> {
  const draft = await store.get("drafts", refusedDraftId(contactId));
  return readTexts(draft?.value);
}

/** Keeps a refused text of a contact whose card is not open, where the card finds it; null = put right or reverted. */
export async function keepRefused(
  deps: {
    readonly store: Pick<Store, "get">;
    readonly save: Save;
    readonly now: () => number;
  },
  contactId: string,
  field: string,
  refused: RefusedText | null,
): Promise<void> {
  const id = refusedDraftId(contactId);
  const before = await deps.store.get("drafts", id);
  const texts = new Map(readTexts(before?.value));
  if (refused) texts.set(field, refused);
  else if (!texts.delete(field)) return;
  const after = refusedDraft(contactId, texts, deps.now());
  await deps.save("action.draft", [{ c: "drafts", id, before, after }]);
}
