import AutoStoriesOutlined from "@mui/icons-material/AutoStoriesOutlined";
import RestoreRounded from "@mui/icons-material/RestoreRounded";
import StorefrontOutlined from "@mui/icons-material/StorefrontOutlined";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import CircularProgress from "@mui/material/CircularProgress";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../ui/notices.tsx";
import { useSamples } from "./use-samples.ts";

/** The ways to begin without a server, on the first screen; the language of everything above them. */
export function BeginSection(props: {
  language: string;
  languages: readonly { readonly value: string; readonly text: string }[];
  onLanguage(language: string): void;
  onEmpty(): void;
  onSamples(): void;
  onRestore(): void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { fill } = useSamples();
  const [busy, setBusy] = useState(false);

  async function tryOut(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await fill();
      props.onSamples();
    } catch {
      notify({ text: t("samples.failed") });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Box
      component="section"
      aria-labelledby="begin-title"
      sx={{
        width: 460,
        maxWidth: "100%",
        display: "flex",
        flexDirection: "column",
        gap: 1.25,
      }}
    >
      <Typography id="begin-title" variant="h2" component="h1">
        {t("begin.title")}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        {t("begin.text")}
      </Typography>
      <Choice
        icon={<AutoStoriesOutlined />}
        title={t("begin.empty")}
        hint={t("begin.emptyHint")}
        first
        onClick={props.onEmpty}
      />
      <Choice
        icon={<StorefrontOutlined />}
        title={t("begin.samples")}
        hint={t(busy ? "begin.samplesBusy" : "begin.samplesHint")}
        busy={busy}
        onClick={() => void tryOut()}
      />
      <Choice
        icon={<RestoreRounded />}
        title={t("begin.restore")}
        hint={t("begin.restoreHint")}
        onClick={props.onRestore}
      />
      <TextField
        select
        label={t("begin.language")}
        value={props.language}
        onChange={(event) => props.onLanguage(event.target.value)}
        sx={{ mt: 1.25 }}
      >
        {props.languages.map(({ value, text }) => (
          <MenuItem key={value} value={value} lang={value}>
            {text}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}

function Choice(props: {
  icon: ReactNode;
  title: string;
  hint: string;
  busy?: boolean;
  /** What most will want: it has the keyboard, and the eye. */
  first?: boolean;
  onClick(): void;
}) {
  const first = props.first ?? false;
  return (
    <ButtonBase
      autoFocus={first}
      aria-busy={props.busy ?? false}
      onClick={props.onClick}
      sx={{
        justifyContent: "flex-start",
        textAlign: "left",
        gap: 1.75,
        px: 2,
        py: 1.5,
        border: first ? 2 : 1,
        borderColor: first ? "primary.main" : "divider",
        borderRadius: 1.5,
        bgcolor: "background.paper",
        "&:hover": { bgcolor: "action.hover" },
        "& svg": { color: "primary.main" },
      }}
    >
      {props.busy ? (
        <CircularProgress aria-hidden size={24} sx={{ flex: "none" }} />
      ) : (
        props.icon
      )}
      <span>
        <Typography component="span" sx={{ display: "block", fontWeight: 550 }}>
          {props.title}
        </Typography>
        <Typography
          component="span"
          variant="body2"
          color="textSecondary"
          role="status"
          sx={{ display: "block" }}
        >
          {props.hint}
        </Typography>
      </span>
    </ButtonBase>
  );
}
