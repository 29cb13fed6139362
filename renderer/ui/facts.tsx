import Box from "@mui/material/Box";
import { Fragment, type ReactNode } from "react";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values in two columns; or, where they are figures, one beside the other. */
export function Facts(props: { facts: readonly Fact[]; row?: boolean }) {
  return props.row ? <InRow {...props} /> : <InColumns {...props} />;
}

function InRow({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "flex",
        flexWrap: "wrap",
        columnGap: 3,
        rowGap: 0.5,
        fontSize: 13.5,
      }}
    >
      {facts.map((fact) => (
        <Box key={fact.name} sx={{ display: "flex", gap: 1 }}>
          <Box component="dt" sx={{ color: "text.secondary" }}>
            {fact.name}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 550 }}>
            {fact.value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function InColumns({ facts }: { facts: readonly Fact[] }) {
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
