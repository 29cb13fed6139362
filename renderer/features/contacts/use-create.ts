import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { firstSettingFor } from "../../../shared/domain/marketing-setting.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import {
  createChanges,
  type CreateKind,
  type CreateValues,
} from "./create-form.ts";
import { requestRefusal } from "./create-request.ts";

/**
 * Rule, then journal: the new contact once it is on the disk, null (and a word) when it is not. `along` goes in the
 * same save. A second call while the first one runs does nothing.
 */
export function useCreate(kind: CreateKind) {
  const { t } = useTranslation();
  const { store, save } = useLocalStore();
  const { newId, owner, alone, language, takeNumber } = useSession();
  const codes = useCodes();
  const templates = [
    ...codes.of("customerTemplate"),
    ...codes.of("vendorTemplate"),
  ];
  const notify = useNotify();
  const busy = useRef(false);

  async function create(
    values: CreateValues,
    companyId: string | null,
    along: () => readonly Change[],
  ): Promise<Contact | null> {
    // The company is read here and now: a person must not become independent because it was still being looked up.
    const company =
      companyId === null ? null : await store.get("contacts", companyId);
    if (companyId !== null && company === null) {
      notify({ text: t("create.companyGone") });
      return null;
    }
    const facts = {
      newId,
      setting: (await readMarketing(store)) ?? firstSettingFor(language),
      userSalesperson: owner.salesperson ?? null,
      company,
      // Where a server is, the card asks: that makes a record at once, and perhaps a second one of somebody who has one.
      ...(alone ? { templates } : {}),
    };
    const type = kind === "company" ? "company" : "person";
    const refusal = requestRefusal(type, facts, values.relation ?? "");
    if (refusal !== null) {
      notify({ text: t(`reason.${refusal}`) });
      return null;
    }
    const no = await takeNumber();
    const changes = createChanges(kind, { ...facts, no }, values);
    const [change] = changes ?? [];
    if (changes === null || change?.c !== "contacts") return null;
    const label =
      kind === "company" ? "action.createCompany" : "action.createPerson";
    const result = await save(label, [...changes, ...along()]);
    if (result.status === "saved") return change.after;
    notify({ text: t(`error.save.${result.reason}`) });
    return null;
  }

  return async (...asked: Parameters<typeof create>) => {
    if (busy.current) return null;
    busy.current = true;
    try {
      return await create(...asked);
    } catch {
      notify({ text: t("error.save.io") });
      return null;
    } finally {
      busy.current = false;
    }
  };
}
