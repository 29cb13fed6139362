import { useTranslation } from "react-i18next";
import { useNotify } from "./notices.tsx";

/** For a form that is open in another window: says so, and closes this one. */
export function useOpenElsewhere(onClose: () => void): () => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return () => {
    notify({ text: t("form.openElsewhere") });
    onClose();
  };
}
