import { useTranslation } from "react-i18next";
import type { LocalSettings } from "../../../shared/ipc/settings.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSettings } from "./settings-context.ts";

/** Changes settings; when the disk refuses, the person is told and everything stays as before. */
export function useChangeSetting(): (patch: Partial<LocalSettings>) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const { change } = useSettings();
  return (patch) => {
    void change(patch).then((done) => {
      if (!done) notify({ text: t("settings.failed") });
    });
  };
}
