import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { LogVisitButton } from "./log-visit-button.tsx";

/** An empty section teaches: what comes here, and the one thing that brings it. */
export function LogVisitHint({ text }: { text: string }) {
  return (
    <Box
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        columnGap: 2,
        rowGap: 1,
      }}
    >
      <Typography color="textSecondary" sx={{ flex: "1 1 220px" }}>
        {text}
      </Typography>
      <LogVisitButton />
    </Box>
  );
}
