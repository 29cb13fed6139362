import LockOutlined from "@mui/icons-material/LockOutlined";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

const SHORTEST = 8;

/** Without a keystore: choose a passphrase the first time, give it at every later start. */
export function VaultForm(props: {
  first: boolean;
  /** The last one did not open it. */
  wrong: boolean;
  unlock(passphrase: string): Promise<void>;
}) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const short = passphrase.length < SHORTEST;
  const differs = props.first && repeated !== passphrase;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (busy || short || differs) return;
    setBusy(true);
    await props.unlock(passphrase);
    setBusy(false);
  }

  return (
    <Box
      component="form"
      aria-labelledby="vault-title"
      onSubmit={submit}
      noValidate
      sx={{
        width: 420,
        maxWidth: "100%",
        display: "flex",
        flexDirection: "column",
        gap: 2,
      }}
    >
      <LockOutlined aria-hidden sx={{ fontSize: 30, color: "primary.main" }} />
      <Box>
        <Typography id="vault-title" variant="h1">
          {t(props.first ? "vault.firstTitle" : "vault.title")}
        </Typography>
        <Typography color="textSecondary" sx={{ mt: 0.75 }}>
          {t(props.first ? "vault.firstText" : "vault.text")}
        </Typography>
      </Box>
      {props.wrong && <Alert severity="error">{t("vault.wrong")}</Alert>}
      <TextField
        autoFocus
        type="password"
        label={t("vault.passphrase")}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        error={checked && short}
        helperText={checked && short ? t("vault.tooShort") : undefined}
        autoComplete={props.first ? "new-password" : "current-password"}
      />
      {props.first && (
        <TextField
          type="password"
          label={t("vault.repeat")}
          value={repeated}
          onChange={(event) => setRepeated(event.target.value)}
          error={checked && differs}
          helperText={checked && differs ? t("vault.differs") : undefined}
          autoComplete="new-password"
        />
      )}
      <Button
        type="submit"
        variant="contained"
        disabled={busy}
        sx={{ alignSelf: "flex-start" }}
      >
        {t(props.first ? "vault.choose" : "vault.open")}
      </Button>
    </Box>
  );
}
