import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectResult } from "../../../shared/ipc/server.ts";
import { Details } from "../../ui/details.tsx";
import {
  connectFields,
  failureWords,
  fieldAtFault,
  missingFields,
  toRequest,
  type ConnectFailure,
  type ConnectField,
  type ConnectRequest,
} from "./connect-values.ts";
import { WhatHappens } from "./what-happens.tsx";

const words = {
  url: { label: "connect.address", missing: "connect.needAddress" },
  code: { label: "connect.code", missing: "connect.needCode" },
  deviceName: { label: "connect.device", missing: "connect.needDevice" },
} as const satisfies Record<ConnectField, object>;

const longest = { url: 500, code: 200, deviceName: 100 } as const;

/**
 * Address, code, name of the device. A failure stands at the field that it is about and says what to do; everything
 * typed stays.
 */
export function ConnectForm(props: {
  deviceName: string;
  /** The server that no longer knows this device: only the code is asked anew. */
  again?: string;
  /** Records entered here before, which will be sent. */
  waiting: number;
  /** What connecting brings with it. */
  note?: string;
  connect(request: ConnectRequest): Promise<ConnectResult>;
  onConnected(name: string): void;
  /** Absent on the first screen, where another choice says so. */
  onLater?: () => void;
}) {
  const { t } = useTranslation();
  const [values, setValues] = useState<ConnectRequest>({
    url: props.again ?? "",
    code: "",
    deviceName: props.deviceName,
  });
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ConnectFailure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const missing = missingFields(values);
  const atFault = failure && fieldAtFault(failure.reason);

  function focus(field: ConnectField): void {
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    setFailure(null);
    const [first] = missing;
    if (first) return focus(first);
    setBusy(true);
    const result = await props
      .connect(toRequest(values))
      .catch((error: unknown): ConnectFailure => ({
        status: "failed",
        reason: "refused",
        detail: error instanceof Error ? error.message : String(error),
      }));
    setBusy(false);
    if (result.status === "connected") {
      const { name, email } = result.connection.user;
      props.onConnected(name || email);
      return;
    }
    setFailure(result);
    focus(fieldAtFault(result.reason) ?? "url");
  }

  function problemAt(field: ConnectField): string | undefined {
    if (failure && atFault === field) return t(failureWords(failure));
    return checked && missing.includes(field)
      ? t(words[field].missing)
      : undefined;
  }

  return (
    <Box
      component="form"
      ref={form}
      aria-labelledby="connect-title"
      onSubmit={submit}
      noValidate
      sx={{
        width: props.onLater ? 460 : 400,
        maxWidth: "100%",
        display: "flex",
        flexDirection: "column",
        gap: 1,
      }}
    >
      <Box sx={{ mb: 0.5 }}>
        <Typography
          id="connect-title"
          variant={props.onLater ? "h1" : "h2"}
          component={props.onLater ? "h1" : "h2"}
        >
          {t(
            props.again
              ? "connect.again"
              : props.onLater
                ? "connect.title"
                : "connect.orTitle",
          )}
        </Typography>
        <Typography
          variant={props.onLater ? "body1" : "body2"}
          color="textSecondary"
          sx={{ mt: props.onLater ? 0.75 : 1.25 }}
        >
          {t(
            props.again
              ? "connect.againIntro"
              : props.onLater
                ? "connect.intro"
                : "connect.orIntro",
          )}
        </Typography>
      </Box>
      {connectFields.map((field) => {
        const problem = problemAt(field);
        return (
          <TextField
            key={field}
            name={field}
            label={t(words[field].label)}
            value={values[field]}
            onChange={(event) => {
              setValues({ ...values, [field]: event.target.value });
              if (atFault === field) setFailure(null);
            }}
            autoFocus={
              props.onLater !== undefined &&
              field === (props.again ? "code" : "url")
            }
            autoComplete="off"
            placeholder={field === "url" ? t("connect.addressHint") : ""}
            error={problem !== undefined}
            helperText={
              problem ??
              // The line is there before it is needed: nothing jumps.
              (field === "deviceName" ? t("connect.deviceHint") : " ")
            }
            slotProps={{
              htmlInput: {
                spellCheck: false,
                maxLength: longest[field],
                ...(field === "url" ? { inputMode: "url" } : {}),
              },
            }}
          />
        );
      })}
      {failure && atFault !== null && (
        <Details text={failure.detail || failure.reason} />
      )}
      {failure && atFault === null && (
        <Alert
          severity="warning"
          sx={{ bgcolor: "soft.warning", color: "text.primary" }}
        >
          {`${t(failureWords(failure))} ${t("connect.kept")}`}
          <Details text={failure.detail || failure.reason} />
        </Alert>
      )}
      {props.note && <Alert severity="info">{props.note}</Alert>}
      <Box sx={{ display: "flex", gap: 1, alignItems: "center", mt: 0.5 }}>
        <Button
          type="submit"
          variant={props.onLater ? "contained" : "outlined"}
          aria-disabled={busy}
          aria-busy={busy}
        >
          {t(busy ? "connect.working" : "connect.do")}
        </Button>
        {props.onLater && (
          <Button color="inherit" variant="outlined" onClick={props.onLater}>
            {t("connect.later")}
          </Button>
        )}
      </Box>
      <WhatHappens waiting={props.waiting} />
    </Box>
  );
}
