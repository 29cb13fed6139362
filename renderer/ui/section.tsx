import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useId, type ReactNode } from "react";

/** A part of a page under its own small heading, with what can be added to it beside the heading. */
export function Section(props: {
  title: string;
  /** Beside the title, quietly: a number, where it comes from. */
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          // Long words of some languages: the action then stands below.
          flexWrap: "wrap",
          columnGap: 1,
          mb: 0.5,
          minHeight: 30,
        }}
      >
        <Typography id={id} variant="h3" component="h2">
          {props.title}
        </Typography>
        {props.note !== undefined && (
          <Typography
            variant="caption"
            color="textSecondary"
            sx={{ flex: "1 0 auto" }}
          >
            {props.note}
          </Typography>
        )}
        <Box sx={{ ml: "auto", flex: "none" }}>{props.action}</Box>
      </Box>
      {props.children}
    </Box>
  );
}
