import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";

/** A yes or no of the card: one click, saved at once. */
export function FlagRow(props: {
  label: string;
  on: boolean;
  onChange(on: boolean): void;
}) {
  return (
    <Box sx={{ minHeight: 30, display: "flex", alignItems: "center" }}>
      <FormControlLabel
        control={
          <Switch checked={props.on} onChange={(_, on) => props.onChange(on)} />
        }
        label={props.label}
        slotProps={{ typography: { variant: "body2" } }}
        sx={{ ml: -0.75, gap: 0.5 }}
      />
    </Box>
  );
}
