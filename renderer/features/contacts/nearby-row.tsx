import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";

/** One contact nearby, and how far it is. */
export function NearbyRow(props: {
  mark: ReactNode;
  name: string;
  meta: string;
  end: string;
  onClick(): void;
}) {
  return (
    <ButtonBase
      onClick={props.onClick}
      sx={{
        width: "100%",
        justifyContent: "flex-start",
        gap: 1.25,
        px: 0.75,
        py: 0.5,
        borderRadius: 1,
        textAlign: "left",
        "&:hover": { bgcolor: "surface.hover" },
        "&.Mui-focusVisible": { outlineOffset: "-2px" },
      }}
    >
      {props.mark}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography noWrap sx={{ fontWeight: 550 }}>
          {props.name}
        </Typography>
        <Typography
          noWrap
          variant="caption"
          component="div"
          color="textSecondary"
        >
          {props.meta}
        </Typography>
      </Box>
      <Typography
        variant="body2"
        color="textSecondary"
        sx={{ flex: "none", fontVariantNumeric: "tabular-nums" }}
      >
        {props.end}
      </Typography>
    </ButtonBase>
  );
}
