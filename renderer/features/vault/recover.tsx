import RestoreOutlined from "@mui/icons-material/RestoreOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { NewPassphrase } from "../../ui/new-passphrase.tsx";
import { passphraseProblem } from "../../ui/passphrase-problem.ts";
import { VaultFailed } from "./vault-failed.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** The recovery code opens the notebook, and a new passphrase from then on; what was typed stays to be corrected. */
export function Recover(props: {
  /** The last code was not the right one. */
  wrong: boolean;
  onRecover(code: string, passphrase: string): Promise<void>;
  onBack(): void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [typed, setTyped] = useState("");
  const [repeated, setRepeated] = useState("");
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const problem = passphraseProblem(typed, repeated);
  const wrong = !busy && props.wrong && tried === code;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (code.trim() === "") return codeField.current?.focus();
    if (problem !== null)
      return (problem === "differs" ? second : first).current?.focus();
    setBusy(true);
    setFailed(false);
    setTried(code);
    try {
      await props.onRecover(code, typed);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  return (
    <VaultFrame
      icon={<RestoreOutlined />}
      title={t("lock.recoverTitle")}
      text={t("lock.recoverText")}
    >
      <Box
        component="form"
        onSubmit={submit}
        noValidate
        sx={{ display: "flex", flexDirection: "column", gap: 2 }}
      >
        <TextField
          autoFocus
          label={t("lock.code")}
          value={code}
          error={wrong}
          helperText={wrong ? t("lock.wrongCode") : t("lock.codeHint")}
          onChange={(event) => setCode(event.target.value)}
          inputRef={codeField}
          autoComplete="off"
          slotProps={{
            htmlInput: { spellCheck: false, maxLength: 100 },
            formHelperText: { role: "status" },
          }}
        />
        <NewPassphrase
          label={t("lock.newPassphrase")}
          fields={[first, second]}
          {...{ typed, repeated }}
          problem={checked ? problem : null}
          onTyped={setTyped}
          onRepeated={setRepeated}
        />
        {failed && <VaultFailed />}
        <Button type="submit" variant="contained" loading={busy}>
          {t("vault.open")}
        </Button>
        <Button color="inherit" onClick={props.onBack}>
          {t("lock.back")}
        </Button>
      </Box>
    </VaultFrame>
  );
}
