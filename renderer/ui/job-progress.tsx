import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";

/** How far a long piece of work is, in words too, and the way out; one can go on working meanwhile. */
export function JobProgress(props: {
  /** What it is, for who does not see the bar. */
  label: string;
  /** 0 to 1. */
  part: number;
  text: string;
  hint?: string | undefined;
  /** What the way out is called: what is done already stays. */
  stopWord: string;
  stopDisabled?: boolean;
  onStop(): void;
}) {
  return (
    <>
      <LinearProgress
        variant="determinate"
        value={Math.min(100, Math.round(100 * props.part))}
        aria-label={props.label}
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
          disabled={props.stopDisabled === true}
          onClick={props.onStop}
        >
          {props.stopWord}
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
