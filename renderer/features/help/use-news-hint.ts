import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../ui/notices.tsx";

/** After an update, once and quietly: that there is something new. A first start tells nothing. */
export function useNewsHint(deps: {
  readonly version: string;
  /** The version whose news were told; undefined = none yet. */
  readonly told: string | undefined;
  readonly onTold: (version: string) => void;
  readonly onShow: () => void;
}): void {
  const { t } = useTranslation();
  const notify = useNotify();
  const latest = useRef(deps);
  latest.current = deps;
  const { version, told } = deps;
  useEffect(() => {
    if (told === version) return;
    if (told !== undefined)
      notify({
        text: t("news.updated", { version }),
        more: { label: t("news.show"), run: () => latest.current.onShow() },
      });
    latest.current.onTold(version);
  }, [version, told, notify, t]);
}
