import UpdateRounded from "@mui/icons-material/UpdateRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportResult } from "../../../shared/ipc/notebook.ts";
import { VaultFrame } from "./vault-frame.tsx";

/** A later version has written here: nothing is touched, and what nobody else has can be taken out. */
export function NewerVersion(props: {
  unsent: number;
  onExport(): Promise<ExportResult>;
  onAgain(): void;
}) {
  const { t } = useTranslation();
  const [result, setResult] = useState<ExportResult | null>(null);
  const failed = result?.status === "failed";
  return (
    <VaultFrame
      icon={<UpdateRounded />}
      title={t("recovery.newerTitle")}
      text={t("recovery.newerText")}
    >
      <Typography variant="body2" sx={{ mb: 2.5 }}>
        {props.unsent > 0
          ? t("recovery.unsent", { count: props.unsent })
          : t("recovery.unsentNone")}
      </Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        {props.unsent > 0 && (
          <Button
            variant="contained"
            onClick={() => {
              props
                .onExport()
                .then(setResult, () => setResult({ status: "failed" }));
            }}
          >
            {t("recovery.export")}
          </Button>
        )}
        <Button variant="outlined" color="inherit" onClick={props.onAgain}>
          {t("error.again")}
        </Button>
      </Box>
      <Typography
        role="status"
        variant="body2"
        color={failed ? "error" : "textPrimary"}
        sx={{ overflowWrap: "anywhere", ...(result ? { mt: 1.5 } : {}) }}
      >
        {result?.status === "saved" &&
          t("recovery.exported", { file: result.file })}
        {failed && t("recovery.exportFailed")}
      </Typography>
    </VaultFrame>
  );
}
