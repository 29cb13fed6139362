import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";

type Keep = (
  label: string,
  changes: readonly Change[],
  told?: string,
) => Promise<boolean>;

const FAILED = { status: "failed", reason: "io" } as const;

/** Saves what a rule has worked out; false when the disk refused. With `told`, a notice offers Undo. */
export function useKeep(): Keep {
  const { t } = useTranslation();
  const { save } = useLocalStore();
  const notify = useNotify();
  return async (label, changes, told) => {
    if (changes.length === 0) return true;
    const result = await save(label, changes).catch(() => FAILED);
    if (result.status === "failed") {
      notify({ text: t(`error.save.${result.reason}`) });
      return false;
    }
    if (told !== undefined) notify({ text: told, undo: true });
    return true;
  };
}
