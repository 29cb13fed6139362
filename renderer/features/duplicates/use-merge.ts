import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FieldChoice } from "../../../shared/domain/merge/merge-fields.ts";
import type { Resolutions } from "../../../shared/domain/merge/merge-rows.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { planMerge, planSplit } from "../../local-store/merge-in-store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";

export interface MergeWish {
  readonly keep: Contact;
  readonly others: readonly Contact[];
  readonly choice: FieldChoice;
  readonly resolutions: Resolutions;
}

/** Merges contacts or splits them again; each one step of Undo. True = it is on the disk. */
export function useMerge() {
  const { t } = useTranslation();
  const { store, list, undo, save } = useLocalStore();
  const { newId } = useSession();
  const notify = useNotify();
  const busy = useRef(false);

  async function once(work: () => Promise<boolean>): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    try {
      return await work();
    } catch {
      notify({ text: t("error.save.io") });
      return false;
    } finally {
      busy.current = false;
    }
  }

  /** `quiet`: many are merged, and told together. */
  const merge = (wish: MergeWish, quiet = false) =>
    once(async () => {
      const planned = await planMerge(
        { store, list, newId },
        {
          ...{ keep: wish.keep.id, others: wish.others.map(({ id }) => id) },
          ...{ choice: wish.choice, resolutions: wish.resolutions },
          headingOf: (one) =>
            `${one.name}${one.no === undefined ? "" : ` (${one.no})`}`,
        },
      );
      if (!planned.ok) {
        if (!quiet) notify({ text: t(`double.refused.${planned.error.kind}`) });
        return false;
      }
      const saved = await undo
        .begin("action.mergeContacts", wish.keep.name)
        .save(planned.value);
      if (saved.status === "failed") {
        notify({ text: t(`error.save.${saved.reason}`) });
        return false;
      }
      if (!quiet)
        notify({
          text: t("double.merged", {
            count: wish.others.length + 1,
            name: wish.keep.name,
          }),
          undo: true,
        });
      return true;
    });

  const split = (keep: Contact, other: Contact) =>
    once(async () => {
      const planned = await planSplit({ store }, keep.id, other.id);
      if (!planned) {
        notify({ text: t("double.nothingKnown", { name: other.name }) });
        return false;
      }
      const saved = await save("action.splitContacts", planned.changes);
      if (saved.status === "failed") {
        notify({ text: t(`error.save.${saved.reason}`) });
        return false;
      }
      const kept = planned.kept.length;
      const done = t("double.split", { a: keep.name, b: other.name });
      notify({
        text:
          kept === 0
            ? done
            : `${done} ${t("double.splitKept", { count: kept })}`,
        undo: true,
      });
      return true;
    });

  return { merge, split };
}
