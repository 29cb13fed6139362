import ShieldOutlined from "@mui/icons-material/ShieldOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { NewPassphrase } from "../../ui/new-passphrase.tsx";
import { passphraseProblem } from "../../ui/passphrase-problem.ts";
import { VaultFailed } from "./vault-failed.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** Where no keystore was found: the person chooses what opens the notebook, and is told why and what is at stake. */
export function FirstPassphrase(props: {
  onChoose(passphrase: string): Promise<void>;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [repeated, setRepeated] = useState("");
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const problem = passphraseProblem(typed, repeated);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (problem !== null) {
      (problem === "differs" ? second : first).current?.focus();
      return;
    }
    setBusy(true);
    setFailed(false);
    try {
      await props.onChoose(typed);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  return (
    <VaultFrame
      icon={<ShieldOutlined />}
      title={t("vault.firstTitle")}
      text={t("vault.firstText")}
    >
      <Box
        component="form"
        onSubmit={submit}
        noValidate
        sx={{ display: "flex", flexDirection: "column", gap: 2 }}
      >
        <NewPassphrase
          autoFocus
          label={t("vault.passphrase")}
          fields={[first, second]}
          {...{ typed, repeated }}
          problem={checked ? problem : null}
          onTyped={setTyped}
          onRepeated={setRepeated}
        />
        {failed && <VaultFailed />}
        <Button type="submit" variant="contained" loading={busy}>
          {t("vault.choose")}
        </Button>
      </Box>
    </VaultFrame>
  );
}
