import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  SYSTEM_KEYS,
  type LocalSettings,
  type SystemKeyState,
} from "../../../shared/ipc/settings.ts";
import { bridge } from "../../platform/bridge.ts";
import { ChoiceRow } from "./choice-row.tsx";

/** A key that opens the sheet of a visit from any program; whether the system has given it to us is said. */
export function SystemKeyRow(props: {
  settings: LocalSettings;
  onChoose(key: LocalSettings["systemKey"]): void;
}) {
  const { t } = useTranslation();
  const { settings, onChoose } = props;
  const [state, setState] = useState<SystemKeyState["status"]>("off");
  useEffect(() => {
    let current = true;
    void bridge.invoke("system-key/state", undefined).then(({ status }) => {
      if (current) setState(status);
    });
    return () => {
      current = false;
    };
  }, [settings]);
  return (
    <ChoiceRow<string>
      label={t("settings.systemKey")}
      hint={t(
        state === "taken"
          ? "settings.systemKeyTaken"
          : "settings.systemKeyHint",
      )}
      value={settings.systemKey ?? ""}
      choices={[
        { value: "", text: t("settings.systemKeyOff") },
        ...SYSTEM_KEYS.map((value) => ({
          value,
          text: t(`settings.systemKey.${value}`),
        })),
      ]}
      onChoose={(chosen) =>
        onChoose(SYSTEM_KEYS.find((key) => key === chosen) ?? null)
      }
    />
  );
}
