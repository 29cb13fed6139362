import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { NewPassphrase } from "../../ui/new-passphrase.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { passphraseProblem } from "../../ui/passphrase-problem.ts";
import type { VaultAccess } from "./security-section.tsx";

type Refused = "wrong-passphrase" | "no-keystore" | "failed";

/** Another passphrase, or the keystore from now on; the present passphrase is asked for where there is one. */
export function PassphraseDialog(props: {
  asksPresent: boolean;
  toKeystore: boolean;
  onProtect: VaultAccess["protect"];
  onClose(done: boolean): void;
}) {
  const { t } = useTranslation();
  const { asksPresent, toKeystore } = props;
  const [present, setPresent] = useState("");
  const [typed, setTyped] = useState("");
  const [repeated, setRepeated] = useState("");
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const problem = toKeystore ? null : passphraseProblem(typed, repeated);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (problem !== null) return;
    setBusy(true);
    const { status } = await props
      .onProtect(toKeystore ? null : typed, asksPresent ? present : null)
      .catch(() => ({ status: "failed" as const }));
    setBusy(false);
    if (status === "done") props.onClose(true);
    else setRefused(status);
  }

  return (
    <FormDialog
      title={t(toKeystore ? "lock.useKeystore" : "lock.change")}
      onClose={() => props.onClose(false)}
      onSubmit={submit}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 2, pt: 1 }}
      >
        <DialogContentText>
          {t(toKeystore ? "lock.keystoreHint" : "lock.changeHint")}
        </DialogContentText>
        {asksPresent && (
          <PassphraseField
            autoFocus
            label={t("lock.present")}
            value={present}
            problem={
              refused === "wrong-passphrase" ? t("vault.wrong") : undefined
            }
            onChange={(text) => {
              setPresent(text);
              setRefused(null);
            }}
          />
        )}
        {!toKeystore && (
          <NewPassphrase
            autoFocus={!asksPresent}
            label={t("lock.newPassphrase")}
            {...{ typed, repeated }}
            problem={checked ? problem : null}
            onTyped={setTyped}
            onRepeated={setRepeated}
          />
        )}
        {(refused === "no-keystore" || refused === "failed") && (
          <DialogContentText role="alert" color="error">
            {t(
              refused === "failed" ? "settings.failed" : "lock.noKeystoreHere",
            )}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => props.onClose(false)}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="contained" loading={busy}>
          {t("lock.apply")}
        </Button>
      </DialogActions>
    </FormDialog>
  );
}
