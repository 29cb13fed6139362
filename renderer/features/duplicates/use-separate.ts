import { useTranslation } from "react-i18next";
import {
  markSeparate,
  unmarkSeparate,
} from "../../../shared/domain/duplicates/separate.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";

/** DUP-7: says of two contacts that they are not the same, or takes that back; both with Undo. */
export function useSeparate() {
  const { t } = useTranslation();
  const { store, save } = useLocalStore();
  const notify = useNotify();
  return async (a: string, b: string, separate: boolean): Promise<void> => {
    const found = await store.getMany("contacts", [a, b]);
    const [one, other] = [found.get(a), found.get(b)];
    if (!one || !other) return;
    const changes = separate
      ? markSeparate(one, other)
      : unmarkSeparate(one, other);
    if (changes.length === 0) return;
    const label = separate ? "action.markSeparate" : "action.unmarkSeparate";
    const saved = await save(label, changes);
    if (saved.status === "failed")
      return notify({ text: t(`error.save.${saved.reason}`) });
    const names = { a: one.name, b: other.name };
    notify({
      text: t(separate ? "double.markedSeparate" : "double.unmarked", names),
      undo: true,
    });
  };
}
