import { useTranslation } from "react-i18next";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { useUpdates } from "./updates-context.ts";

/** How it stands, in a sentence. */
export function useStateText(): string {
  const { t } = useTranslation();
  const { state } = useUpdates();
  const { now } = useSession();
  switch (state.kind) {
    case "off":
      return t(`updates.off.${state.reason}`);
    case "idle":
      return state.checkedAt === null
        ? t("updates.notLooked")
        : t("updates.newest", { at: formatMoment(state.checkedAt, now()) });
    case "checking":
      return t("updates.checking");
    case "loading": {
      const { version, percent } = state;
      return t("updates.loading", { version, percent });
    }
    case "ready":
      return t("updates.readyText", { version: state.version });
    case "installing":
      return t("updates.installing", { version: state.version });
    case "failed":
      return t(`updates.failed.${state.reason}`);
  }
}
