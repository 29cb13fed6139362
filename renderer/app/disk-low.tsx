import SdCardAlertOutlined from "@mui/icons-material/SdCardAlertOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStoreClosed } from "../ui/store-trouble.ts";
import { bridge } from "../platform/bridge.ts";

/** In the status bar while the disk is nearly full: what still works, and what to do. */
export function DiskLow() {
  const { t } = useTranslation();
  const [low, setLow] = useState(false);
  useEffect(() => bridge.on("disk/low", (state) => setLow(state.low)), []);
  const closed = useStoreClosed();
  if (!low && !closed) return null;
  return (
    <Tooltip title={t(closed ? "rescue.storeClosedHint" : "rescue.diskHint")}>
      <Box
        role="alert"
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 0.75,
          px: 1,
          fontWeight: 600,
          color: "error.main",
          "& svg": { fontSize: 15 },
        }}
      >
        <SdCardAlertOutlined aria-hidden />
        {t(closed ? "rescue.storeClosed" : "rescue.diskLow")}
        {closed && (
          <Button
            size="small"
            color="inherit"
            onClick={() => location.reload()}
          >
            {t("rescue.loadAgain")}
          </Button>
        )}
      </Box>
    </Tooltip>
  );
}
