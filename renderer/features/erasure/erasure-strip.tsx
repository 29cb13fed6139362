import HourglassTopRounded from "@mui/icons-material/HourglassTopRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";

/** How an erasure stands, with what can be done about it now. */
export function ErasureStrip(props: {
  text: string;
  /** It is asked for and not yet done. */
  waits?: boolean;
  action: {
    readonly word: string;
    readonly disabled?: boolean;
    run(): void;
  } | null;
}) {
  const { text, waits = false, action } = props;
  return (
    <Box
      role="status"
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        gap: 1,
        fontSize: 13.5,
        "& > svg": { fontSize: 18, color: "warning.main" },
        ...(waits && {
          ...{ px: 1.25, py: 0.75, borderRadius: 1, bgcolor: "soft.warning" },
        }),
      }}
    >
      {waits && <HourglassTopRounded aria-hidden />}
      <Box component="span" sx={{ flex: "1 1 240px" }}>
        {text}
      </Box>
      {action && (
        <Button
          size="small"
          variant={waits ? "text" : "outlined"}
          color={waits ? "inherit" : "primary"}
          disabled={action.disabled ?? false}
          onClick={action.run}
        >
          {action.word}
        </Button>
      )}
    </Box>
  );
}
