import { useEffect, useState } from "react";
import { namedId } from "../../../shared/domain/named-id.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Store } from "../../local-store/store.ts";
import type { CompanyChoice } from "./company-field.tsx";
import {
  readCreateDraft,
  type CreateKind,
  type CreateValues,
} from "./create-form.ts";

export interface CreateStart {
  readonly draftId: string;
  /** The company that the draft belongs to; empty = none. */
  readonly at: string;
  readonly draft: Draft | null;
  /** What was typed the last time; null = nothing. */
  readonly values: CreateValues | null;
  readonly employer: CompanyChoice | null;
}

/**
 * What a creation dialog starts with: the draft of the last time, and for a person the company of the card that is
 * open. Null while it is being read.
 */
export function useCreateStart(
  kind: CreateKind,
  companyId: string | null,
  openCard: string | null,
): CreateStart | null {
  const { store } = useLocalStore();
  const [start, setStart] = useState<CreateStart | null>(null);
  useEffect(() => {
    let current = true;
    void readStart(store, kind, companyId, openCard).then((read) => {
      if (current) setStart(read);
    });
    return () => {
      current = false;
    };
  }, [store, kind, companyId, openCard]);
  return start;
}

async function readStart(
  store: Store,
  kind: CreateKind,
  companyId: string | null,
  openCard: string | null,
): Promise<CreateStart> {
  const preset =
    kind === "person" && companyId === null && openCard !== null
      ? await companyOf(store, openCard)
      : null;
  const at = companyId ?? preset?.id ?? "";
  const draftId = namedId(`draft/create/${kind}/${at}`);
  const draft = await store.get("drafts", draftId);
  const kept = readCreateDraft(draft?.value);
  const employer =
    kept && companyId === null && kept.companyId !== null
      ? await companyOf(store, kept.companyId)
      : kept
        ? null
        : preset;
  return { draftId, at, draft, values: kept?.values ?? null, employer };
}

/** The company itself, or that of a person; null when there is none. */
async function companyOf(
  store: Store,
  contactId: string,
): Promise<CompanyChoice | null> {
  const contact = await store.get("contacts", contactId);
  const company =
    contact?.type === "person" && contact.companyId !== undefined
      ? await store.get("contacts", contact.companyId)
      : contact;
  if (company?.type !== "company") return null;
  const { id, name, postCode = "", city = "" } = company;
  return { id, name, postCode, city };
}
