import LockOutlined from "@mui/icons-material/LockOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { PASSPHRASE_MIN } from "../../ui/passphrase-problem.ts";
import { VaultFailed } from "./vault-failed.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** The passphrase opens the notebook; a wrong one stays in its field, to be corrected. */
export function Unlock(props: {
  /** The last one did not open it. */
  wrong: boolean;
  onUnlock(passphrase: string): Promise<void>;
  /** Where there is a recovery code. */
  onForgotten?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [answered, setAnswered] = useState<string | null>(
    props.wrong ? "" : null,
  );
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { wrong } = props;

  useEffect(() => {
    if (wrong && !busy) field.current?.select();
  }, [wrong, busy]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || typed === "") return;
    setAnswered(typed);
    // A shorter one cannot be right, and the vault does not take it.
    if (typed.length < PASSPHRASE_MIN) return;
    setBusy(true);
    setFailed(false);
    try {
      await props.onUnlock(typed);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  const refused =
    !busy && answered === typed && (wrong || typed.length < PASSPHRASE_MIN);
  return (
    <VaultFrame
      icon={<LockOutlined />}
      title={t("vault.title")}
      text={t("vault.text")}
    >
      <Box
        component="form"
        onSubmit={submit}
        noValidate
        sx={{ display: "flex", flexDirection: "column", gap: 2 }}
      >
        <PassphraseField
          autoFocus
          field={field}
          label={t("vault.passphrase")}
          value={typed}
          problem={refused ? t("vault.wrong") : undefined}
          onChange={setTyped}
        />
        {failed && <VaultFailed />}
        <Button type="submit" variant="contained" loading={busy}>
          {t("vault.open")}
        </Button>
        {props.onForgotten && (
          <Button color="inherit" onClick={props.onForgotten}>
            {t("lock.forgotten")}
          </Button>
        )}
      </Box>
    </VaultFrame>
  );
}
