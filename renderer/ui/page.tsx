import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { use, type ReactNode } from "react";
import { FoundContext, SettingSearch, useIsFound } from "./setting-search.ts";

/** A page of sections under one heading, in a measure that is good to read; `wide` for one of several columns. */
export function Page(props: {
  title: ReactNode;
  /** Beside the heading. */
  actions?: ReactNode;
  wide?: true;
  children: ReactNode;
}) {
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflowY: "auto" }}>
      <Box
        sx={{
          maxWidth: props.wide ? 1240 : 880,
          px: 4,
          pt: 3.5,
          pb: 6,
          display: "flex",
          flexDirection: "column",
          gap: 3,
        }}
      >
        <Box
          sx={{
            display: "flex",
            flexWrap: "wrap",
            alignItems: "flex-start",
            gap: 1.5,
          }}
        >
          <Typography variant="h1" sx={{ flex: "1 1 auto" }}>
            {props.title}
          </Typography>
          {props.actions}
        </Box>
        {props.children}
      </Box>
    </Box>
  );
}

/** A titled block on a page. */
export function Section(props: {
  id: string;
  title: string;
  hint?: string;
  tone?: "warning";
  children?: ReactNode;
}) {
  const searching = use(SettingSearch) !== "";
  const found = useIsFound(props.title, props.hint);
  return (
    <Box
      component="section"
      aria-labelledby={props.id}
      {...(searching && found ? { "data-found": true } : {})}
      sx={{
        // One whose rows are all left out by a search goes with them.
        ...(searching && !found
          ? { "&:not(:has([data-setting]))": { display: "none" } }
          : {}),
        border: 1,
        borderColor: props.tone ? "warning.main" : "divider",
        borderRadius: 1.5,
        bgcolor: "background.paper",
        px: 2.5,
        py: 2,
      }}
    >
      <Typography id={props.id} variant="h2">
        {props.title}
      </Typography>
      {props.hint && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
          {props.hint}
        </Typography>
      )}
      <FoundContext value={found && searching}>
        <Box sx={{ mt: 1.5 }}>{props.children}</Box>
      </FoundContext>
    </Box>
  );
}
