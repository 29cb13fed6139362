import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectResult } from "../../../shared/ipc/contract.ts";

export interface ConnectRequest {
  readonly url: string;
  readonly code: string;
  readonly deviceName: string;
}

/** Address, code, name of the device; a failure says what went wrong and what to do, and keeps what was typed. */
export function ConnectForm(props: {
  deviceName: string;
  /** Records entered here before, which will be sent. */
  waiting: number;
  connect(request: ConnectRequest): Promise<ConnectResult>;
  onConnected(name: string): void;
  onLater(): void;
}) {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  const [code, setCode] = useState("");
  const [deviceName, setDeviceName] = useState(props.deviceName);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Extract<
    ConnectResult,
    { status: "failed" }
  > | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    setFailure(null);
    if (busy || url.trim() === "" || code.trim() === "") return;
    setBusy(true);
    const result = await props.connect({
      url: url.trim(),
      code: code.trim(),
      deviceName: deviceName.trim() || props.deviceName,
    });
    setBusy(false);
    if (result.status === "failed") setFailure(result);
    else props.onConnected(result.connection.user.name);
  }

  const missing = (text: string) => checked && text.trim() === "";
  const will = [
    t("connect.will1"),
    t("connect.will2"),
    props.waiting > 0
      ? t("connect.will3n", { count: props.waiting })
      : t("connect.will3"),
  ];
  return (
    <Box
      component="form"
      aria-labelledby="connect-title"
      onSubmit={submit}
      noValidate
      sx={{
        width: 460,
        maxWidth: "100%",
        display: "flex",
        flexDirection: "column",
        gap: 2,
      }}
    >
      <Box>
        <Typography id="connect-title" variant="h1">
          {t("connect.title")}
        </Typography>
        <Typography color="textSecondary" sx={{ mt: 0.75 }}>
          {t("connect.intro")}
        </Typography>
      </Box>
      {failure && (
        <Alert severity="error">
          {t(`connect.fail.${failure.reason}`)}
          {failure.detail !== "" && (
            <Typography variant="caption" component="p" sx={{ mt: 0.5 }}>
              {t("connect.details", { detail: failure.detail })}
            </Typography>
          )}
        </Alert>
      )}
      <TextField
        autoFocus
        label={t("connect.address")}
        placeholder={t("connect.addressHint")}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        error={missing(url)}
        helperText={missing(url) ? t("connect.needAddress") : undefined}
        slotProps={{ htmlInput: { inputMode: "url", spellCheck: false } }}
      />
      <TextField
        label={t("connect.code")}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={missing(code)}
        helperText={missing(code) ? t("connect.needCode") : undefined}
        autoComplete="one-time-code"
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
      <TextField
        label={t("connect.device")}
        value={deviceName}
        onChange={(event) => setDeviceName(event.target.value)}
      />
      <Box sx={{ px: 2, py: 1.5, borderRadius: 1, bgcolor: "surface.sunken" }}>
        <Typography variant="h3" component="h2">
          {t("connect.willTitle")}
        </Typography>
        <Box component="ol" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {will.map((line) => (
            <Typography
              key={line}
              variant="body2"
              component="li"
              color="textSecondary"
            >
              {line}
            </Typography>
          ))}
        </Box>
      </Box>
      <Box sx={{ display: "flex", gap: 1, alignItems: "center" }}>
        <Button type="submit" variant="contained" disabled={busy}>
          {t(busy ? "connect.working" : "connect.do")}
        </Button>
        <Button color="inherit" onClick={props.onLater}>
          {t("connect.later")}
        </Button>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t("connect.laterHint")}
      </Typography>
    </Box>
  );
}
