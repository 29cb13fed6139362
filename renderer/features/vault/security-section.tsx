import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Protection } from "../../../shared/ipc/vault.ts";
import { useNotify } from "../../ui/notices.tsx";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { NewCodeDialog } from "./new-code-dialog.tsx";
import { PassphraseDialog } from "./passphrase-dialog.tsx";

export interface VaultAccess {
  readonly protectedBy: "keystore" | "passphrase" | null;
  readonly recovery: boolean;
  /** See `vault/protect`. */
  protect(
    passphrase: string | null,
    present: string | null,
  ): Promise<Protection>;
  newRecoveryCode(): Promise<string>;
  keepRecoveryCode(typed: string): Promise<boolean>;
  saveRecoveryCode(code: string): Promise<{ readonly saved: boolean }>;
  lock(): void;
}

type Asked =
  | { readonly kind: "passphrase"; readonly toKeystore: boolean }
  | { readonly kind: "code"; readonly code: string };

/** What opens the notebook, when it locks itself, and what helps when the passphrase is forgotten. */
export function SecuritySection(props: {
  vault: VaultAccess;
  /** The row for the time after which it locks itself. */
  autoLock: ReactNode;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { vault } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const byPassphrase = vault.protectedBy === "passphrase";
  const failed = () => notify({ text: t("settings.failed") });

  return (
    <Section id="settings-security" title={t("lock.section")}>
      <SettingRow
        label={t("lock.opensWith")}
        hint={t(byPassphrase ? "settings.byPassphrase" : "settings.byKeystore")}
        control={() => (
          <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
            <Button
              variant="outlined"
              color="inherit"
              onClick={() =>
                setAsked({ kind: "passphrase", toKeystore: false })
              }
            >
              {t(byPassphrase ? "lock.change" : "lock.usePassphrase")}
            </Button>
            {byPassphrase && (
              <Button
                variant="outlined"
                color="inherit"
                onClick={() =>
                  setAsked({ kind: "passphrase", toKeystore: true })
                }
              >
                {t("lock.useKeystore")}
              </Button>
            )}
          </Box>
        )}
      />
      {props.autoLock}
      <SettingRow
        label={t("lock.code")}
        hint={t(vault.recovery ? "lock.hasCode" : "lock.noCode")}
        control={() => (
          <Button
            variant={vault.recovery ? "outlined" : "contained"}
            {...(vault.recovery ? { color: "inherit" as const } : {})}
            onClick={() => {
              vault
                .newRecoveryCode()
                .then((code) => setAsked({ kind: "code", code }), failed);
            }}
          >
            {t("lock.newCode")}
          </Button>
        )}
      />
      <SettingRow
        label={t("lock.now")}
        hint={t("lock.nowHint")}
        control={() => (
          <Button variant="outlined" color="inherit" onClick={vault.lock}>
            {t("lock.doLock")}
          </Button>
        )}
      />
      {asked?.kind === "passphrase" && (
        <PassphraseDialog
          asksPresent={byPassphrase}
          toKeystore={asked.toKeystore}
          onProtect={vault.protect}
          onClose={(done) => {
            setAsked(null);
            if (done) notify({ text: t("lock.changed") });
          }}
        />
      )}
      {asked?.kind === "code" && (
        <NewCodeDialog
          code={asked.code}
          vault={vault}
          onClose={(done) => {
            setAsked(null);
            if (done) notify({ text: t("lock.codeKept") });
          }}
        />
      )}
    </Section>
  );
}
