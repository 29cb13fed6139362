import FileDownloadOutlined from "@mui/icons-material/FileDownloadOutlined";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";

/** What letting go would do, over the whole window, as long as a file is held above it. */
export function DropHint({ what }: { what: "cards" | "picture" }) {
  const { t } = useTranslation();
  return (
    <Box
      aria-hidden
      data-drop-hint={what}
      sx={{
        position: "fixed",
        inset: 0,
        zIndex: "tooltip",
        // What lies under it takes the file.
        pointerEvents: "none",
        display: "grid",
        placeItems: "center",
        border: "3px dashed",
        borderColor: "primary.main",
      }}
    >
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1,
          px: 2.5,
          py: 1.5,
          borderRadius: 1.5,
          fontSize: 16,
          fontWeight: 600,
          color: "primary.main",
          bgcolor: "background.paper",
          border: 1,
          borderColor: "primary.main",
          boxShadow: 6,
        }}
      >
        <FileDownloadOutlined />
        {t(`drop.${what}`)}
      </Box>
    </Box>
  );
}
