import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

/** What belongs here, and the one thing to do about it (ux.md 5(j)). */
export function EmptyState(props: {
  icon?: ReactNode;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <Box
      sx={{
        display: "flex",
        flexDirection: "column",
        alignItems: "center",
        textAlign: "center",
        gap: 1,
        px: 4,
        py: 6,
        mx: "auto",
        maxWidth: 420,
      }}
    >
      {props.icon && (
        <Box
          aria-hidden
          sx={{
            width: 52,
            height: 52,
            mb: 1,
            borderRadius: 3,
            display: "grid",
            placeItems: "center",
            bgcolor: "soft.primary",
            color: "primary.main",
          }}
        >
          {props.icon}
        </Box>
      )}
      <Typography variant="h2" component="p">
        {props.title}
      </Typography>
      {props.text && (
        <Typography variant="body2" color="textSecondary">
          {props.text}
        </Typography>
      )}
      {props.children && (
        <Box
          sx={{
            mt: 1.5,
            display: "flex",
            gap: 1,
            flexWrap: "wrap",
            justifyContent: "center",
          }}
        >
          {props.children}
        </Box>
      )}
    </Box>
  );
}
