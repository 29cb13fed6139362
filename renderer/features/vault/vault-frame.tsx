import AutoStoriesRounded from "@mui/icons-material/AutoStoriesRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { createContext, use, type ReactNode } from "react";

/** What stands below the card, whichever it is. */
export const BelowCard = createContext<ReactNode>(null);

/** One quiet card in the middle of the window: nothing of the notebook is there yet. */
export function VaultFrame(props: {
  icon: ReactNode;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <Box
      component="main"
      sx={{
        height: "100%",
        overflowY: "auto",
        display: "grid",
        placeItems: "center",
        bgcolor: "surface.sunken",
        p: 3,
      }}
    >
      <Box sx={{ width: "100%", maxWidth: 420 }}>
        <Box
          sx={{
            display: "flex",
            alignItems: "center",
            justifyContent: "center",
            gap: 1,
            mb: 2.5,
          }}
        >
          <AutoStoriesRounded
            aria-hidden
            sx={{ fontSize: 22, color: "primary.main" }}
          />
          <Typography
            sx={{ fontSize: 17, fontWeight: 700, letterSpacing: "-0.02em" }}
          >
            Carnet
          </Typography>
        </Box>
        <Box
          sx={{
            p: 3.5,
            borderRadius: 1.5,
            border: 1,
            borderColor: "divider",
            bgcolor: "background.paper",
            boxShadow: "0 1px 2px rgb(0 0 0 / 0.04)",
          }}
        >
          <Box
            aria-hidden
            sx={{
              width: 44,
              height: 44,
              mb: 2,
              borderRadius: 1.25,
              display: "grid",
              placeItems: "center",
              bgcolor: "soft.primary",
              color: "primary.main",
            }}
          >
            {props.icon}
          </Box>
          <Typography variant="h1" sx={{ fontSize: 21 }}>
            {props.title}
          </Typography>
          <Typography
            variant="body2"
            color="textSecondary"
            sx={{ mt: 0.75, mb: 2.5 }}
          >
            {props.text}
          </Typography>
          {props.children}
        </Box>
        {use(BelowCard)}
      </Box>
    </Box>
  );
}
