import { useTranslation } from "react-i18next";
import { phoneE164 } from "../../../shared/domain/phone.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useCall as useCallNumber } from "../../ui/use-call.ts";

/** Calls a contact, on the mobile number before the fixed one, as the card's button does. */
export function useCall(): (row: ContactRow) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const call = useCallNumber();
  return ({ id, name, mobile, phone, country }) => {
    const number = [mobile, phone]
      .map((one) => (one ? phoneE164(one, country) : null))
      .find((one) => one !== null);
    if (number) call(`tel:${number}`, id);
    else notify({ text: t("list.noNumber", { name }) });
  };
}
