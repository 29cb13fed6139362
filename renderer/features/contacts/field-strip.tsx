import Box from "@mui/material/Box";
import type { ReactNode } from "react";

/** A strip below a field: a sign, what happened to the value, and what can be done about it. */
export function FieldStrip(props: {
  /** `status` is read out when it comes, a `note` is found. */
  role: "status" | "note";
  icon: ReactNode;
  text: ReactNode;
  /** Keys. */
  children: ReactNode;
}) {
  return (
    <Box
      role={props.role}
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        gap: 0.75,
        my: 0.5,
        px: 1,
        py: 0.5,
        borderRadius: 1,
        bgcolor: "soft.warning",
        fontSize: 12.5,
        "& > svg": { fontSize: 16, color: "warning.main" },
      }}
    >
      {props.icon}
      <Box
        component="span"
        sx={{ flex: "1 1 140px", overflowWrap: "anywhere" }}
      >
        {props.text}
      </Box>
      {props.children}
    </Box>
  );
}
