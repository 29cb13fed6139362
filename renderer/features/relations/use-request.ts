import { useTranslation } from "react-i18next";
import {
  checkRequest,
  requestChange,
} from "../../../shared/domain/account-request.ts";
import type { Account } from "../../../shared/entities/account.ts";
import type {
  AccountRequest,
  RequestRefusal,
} from "../../../shared/entities/note.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { useKeep } from "./use-keep.ts";
import { readRelations, type RelationsOfContact } from "./use-relations.ts";

/**
 * CNV-7: writes a request for the server, after asking here what the server will ask: what is refused for a reason that
 * this device knows is not even sent.
 */
export function useRequest(relations: RelationsOfContact) {
  const { t } = useTranslation();
  const { newId } = useSession();
  const { store } = useLocalStore();
  const codes = useCodes();
  const keep = useKeep();
  const templates = [
    ...codes.of("customerTemplate"),
    ...codes.of("vendorTemplate"),
  ];

  /** Null = it is kept; else why not. */
  async function ask(
    request: AccountRequest,
    account: Account | null = null,
  ): Promise<RequestRefusal | "not-saved" | null> {
    const now = (await readRelations(store, relations.contact.id)) ?? relations;
    const { contact, company, linkCodes, requests } = now;
    const facts = { request, contact, company, account, templates, linkCodes };
    const checked = checkRequest(facts);
    if (!checked.ok) return checked.error.kind;
    const waits = requests.some(
      (one) => one.status === "open" && one.request?.kind === request.kind,
    );
    if (waits) return "already_linked";
    const saved = await keep("action.requestAccount", [
      requestChange(newId(), request, contact, checked.value.target),
    ]);
    return saved ? null : "not-saved";
  }
  return {
    ask,
    templates,
    words: (refusal: RequestRefusal | "not-saved") =>
      refusal === "not-saved" ? t("error.save.io") : t(`reason.${refusal}`),
  };
}
