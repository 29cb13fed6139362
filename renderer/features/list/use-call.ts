import { useTranslation } from "react-i18next";
import { phoneE164 } from "../../../shared/domain/phone.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";

/** Calls a contact, on the mobile number before the fixed one, as the card's button does. */
export function useCall(): (row: ContactRow) => Promise<void> {
  const { t } = useTranslation();
  const notify = useNotify();
  const { openOutside } = useSession();
  return async ({ name, mobile, phone, country }) => {
    const number = [mobile, phone]
      .map((one) => (one ? phoneE164(one, country) : null))
      .find((one) => one !== null);
    if (!number) return notify({ text: t("list.noNumber", { name }) });
    await openOutside(`tel:${number}`);
  };
}
