import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";

/** How far it is, in words too, and the way out. */
export function ImportProgress(props: {
  /** 0 to 1. */
  part: number;
  text: string;
  hint?: string;
  disabled?: boolean;
  /** What the way out is called: what is written already stays. */
  cancelWord: string;
  onCancel(): void;
}) {
  const { t } = useTranslation();
  const percent = Math.min(100, Math.round(props.part * 100));
  return (
    <>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-label={t("import.progress")}
        sx={{ height: 8, borderRadius: 4 }}
      />
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          flexWrap: "wrap",
          gap: 2,
          mt: 1.25,
        }}
      >
        <Typography
          sx={{ flex: "1 1 200px", fontVariantNumeric: "tabular-nums" }}
        >
          {props.text}
        </Typography>
        <Button
          variant="outlined"
          color="inherit"
          disabled={props.disabled === true}
          onClick={props.onCancel}
        >
          {props.cancelWord}
        </Button>
      </Box>
      {props.hint && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {props.hint}
        </Typography>
      )}
    </>
  );
}
