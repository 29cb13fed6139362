import Box from "@mui/material/Box";

/** A key beside the action it runs. Not read aloud: the action says its key with aria-keyshortcuts. */
export function Kbd({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        fontFamily: "inherit",
        fontSize: 11,
        fontWeight: 600,
        lineHeight: "16px",
        minWidth: 18,
        px: 0.5,
        textAlign: "center",
        borderRadius: 0.5,
        border: "1px solid currentColor",
        opacity: 0.85,
      }}
    >
      {children}
    </Box>
  );
}
