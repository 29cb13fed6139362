import Button from "@mui/material/Button";
import Switch from "@mui/material/Switch";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { AddressRow } from "./address-row.tsx";
import { useInstall } from "./use-install.ts";
import { useStateText } from "./use-state-text.ts";
import { useUpdates } from "./updates-context.ts";

/** How this copy of the program stands to newer ones, where from, and whether it looks by itself. */
export function UpdatesSection() {
  const { t } = useTranslation();
  const { state, settings, check, change } = useUpdates();
  const { busy, install } = useInstall();
  const text = useStateText();
  const unsupported = state.kind === "off" && state.reason === "unsupported";
  const working =
    state.kind === "checking" ||
    state.kind === "loading" ||
    state.kind === "installing";
  return (
    <Section id="settings-updates" title={t("updates.title")}>
      <SettingRow
        label={t("updates.state")}
        hint={text}
        control={() =>
          state.kind === "ready" ? (
            <Button variant="contained" loading={busy} onClick={install}>
              {t("updates.restart")}
            </Button>
          ) : (
            !unsupported && (
              <Button
                variant="outlined"
                color="inherit"
                disabled={state.kind === "off"}
                loading={working}
                onClick={check}
              >
                {t("updates.check")}
              </Button>
            )
          )
        }
      />
      {!unsupported && (
        <>
          <AddressRow
            value={settings.updateAddress ?? ""}
            onChoose={(updateAddress) => change({ updateAddress })}
          />
          <SettingRow
            labels
            label={t("updates.byItself")}
            hint={t("updates.byItselfHint")}
            control={(ids) => (
              <Switch
                checked={settings.updateChecks !== false}
                onChange={(_, on) => change({ updateChecks: on })}
                slotProps={{
                  input: { id: ids.control, "aria-describedby": ids.hint },
                }}
              />
            )}
          />
        </>
      )}
    </Section>
  );
}
