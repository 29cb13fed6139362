import ContentCopyRounded from "@mui/icons-material/ContentCopyRounded";
import SaveAltRounded from "@mui/icons-material/SaveAltRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";

const LETTERS = 4;

/** A new recovery code, to be put away; it counts once its last letters were typed. */
export function RecoveryCode(props: {
  code: string;
  /** False when these are not its last letters, or the disk refused. */
  onKeep(typed: string): Promise<boolean>;
  /** As a file, where the person says. */
  onSave(code: string): Promise<{ readonly saved: boolean }>;
  onDone(): void;
  onLater(): void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [copied, setCopied] = useState(false);
  const [saved, setSaved] = useState(false);
  const letters = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const kept = await props.onKeep(typed).catch(() => false);
    setBusy(false);
    if (kept) props.onDone();
    else setWrong(true);
  }

  /** What is left to do is to type its end. */
  function keptAway(done: boolean, tell: (done: boolean) => void): void {
    tell(done);
    if (done) letters.current?.focus();
  }
  const save = () =>
    props.onSave(props.code).then(
      (answer) => keptAway(answer.saved, setSaved),
      () => setSaved(false),
    );
  const copy = () =>
    navigator.clipboard.writeText(props.code).then(
      () => keptAway(true, setCopied),
      () => setCopied(false),
    );

  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: "flex", flexDirection: "column", gap: 2 }}
    >
      <Typography
        component="output"
        aria-label={t("lock.code")}
        sx={{
          p: 1.5,
          borderRadius: 1,
          bgcolor: "surface.sunken",
          border: 1,
          borderColor: "divider",
          fontFamily: "ui-monospace, monospace",
          fontSize: 17,
          fontWeight: 600,
          letterSpacing: "0.04em",
          textAlign: "center",
          userSelect: "text",
        }}
      >
        {props.code}
      </Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          startIcon={<SaveAltRounded />}
          onClick={() => void save()}
        >
          <span role="status">{t(saved ? "lock.saved" : "lock.saveCode")}</span>
        </Button>
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          startIcon={<ContentCopyRounded />}
          onClick={() => void copy()}
        >
          <span role="status">
            {t(copied ? "lock.copied" : "lock.copyCode")}
          </span>
        </Button>
      </Box>
      <TextField
        autoFocus
        label={t("lock.lastLetters")}
        value={typed}
        inputRef={letters}
        error={wrong}
        helperText={wrong ? t("lock.lettersWrong") : t("lock.lettersHint")}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        autoComplete="off"
        slotProps={{
          htmlInput: { spellCheck: false, maxLength: 30 },
          formHelperText: { role: "status" },
        }}
      />
      <Box sx={{ display: "flex", gap: 1, justifyContent: "flex-end" }}>
        <Button color="inherit" onClick={props.onLater}>
          {t("lock.notNow")}
        </Button>
        <Button
          type="submit"
          variant="contained"
          loading={busy}
          disabled={typed.trim().length < LETTERS}
        >
          {t("lock.keepCode")}
        </Button>
      </Box>
    </Box>
  );
}
