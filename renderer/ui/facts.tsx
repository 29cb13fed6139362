import Box from "@mui/material/Box";
import { Fragment, type ReactNode } from "react";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values in two columns; a narrow window puts the value below its name. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns: "minmax(110px, max-content) minmax(0, 1fr)",
        columnGap: 2.5,
        rowGap: 0.75,
        fontSize: 13.5,
      }}
    >
      {facts.map((fact) => (
        <Fragment key={fact.name}>
          <Box component="dt" sx={{ color: "text.secondary" }}>
            {fact.name}
          </Box>
          <Box
            component="dd"
            sx={{ m: 0, minWidth: 0, overflowWrap: "anywhere" }}
          >
            {fact.value}
          </Box>
        </Fragment>
      ))}
    </Box>
  );
}
