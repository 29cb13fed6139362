import HealthAndSafetyOutlined from "@mui/icons-material/HealthAndSafetyOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { CopyDiagnostics } from "../../ui/copy-diagnostics.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** The last starts have come to nothing: the person says how this one goes on. */
export function CarefulStart(props: {
  onStart(careful: boolean): void;
  onDiagnostics(): Promise<string>;
}) {
  const { t } = useTranslation();
  return (
    <VaultFrame
      icon={<HealthAndSafetyOutlined />}
      title={t("rescue.carefulTitle")}
      text={t("rescue.carefulText")}
    >
      <Box sx={{ display: "flex", flexDirection: "column", gap: 1 }}>
        <Button
          autoFocus
          variant="contained"
          onClick={() => props.onStart(true)}
        >
          {t("rescue.carefulOpen")}
        </Button>
        <Button
          variant="outlined"
          color="inherit"
          onClick={() => props.onStart(false)}
        >
          {t("rescue.openAsUsual")}
        </Button>
        <CopyDiagnostics onDiagnostics={props.onDiagnostics} />
      </Box>
    </VaultFrame>
  );
}
