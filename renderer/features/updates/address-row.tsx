import { useTranslation } from "react-i18next";
import { TypedSettingRow } from "../../ui/typed-setting-row.tsx";
import { readAddress } from "./read-address.ts";

/** Where newer versions lie; empty = where the package says. */
export function AddressRow(props: {
  value: string;
  onChoose(address: string): void;
}) {
  const { t } = useTranslation();
  return (
    <TypedSettingRow
      label={t("updates.address")}
      hint={t("updates.addressHint")}
      stored={props.value}
      type="url"
      width={300}
      read={readAddress}
      said={(bad) => (bad ? t("updates.addressBad") : undefined)}
      onCommit={props.onChoose}
    />
  );
}
