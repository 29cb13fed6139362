import BuildOutlined from "@mui/icons-material/BuildOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Details } from "../../ui/details.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** The readable copy cannot be read: what is safe, and how it is made anew without anything being deleted. */
export function DamagedStore(props: {
  /** Entries that the server does not have. */
  unsent: number;
  details: string;
  /** Loads the page again when it is done. */
  onRebuild(): Promise<void>;
  onAgain(): void;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<"idle" | "working" | "failed">("idle");
  const safe =
    props.unsent > 0
      ? t("recovery.safe", { count: props.unsent })
      : t("recovery.safeNone");
  return (
    <VaultFrame
      icon={<BuildOutlined />}
      title={t("recovery.damagedTitle")}
      text={t("recovery.damagedText")}
    >
      <Typography variant="body2" sx={{ mb: 1.5, fontWeight: 550 }}>
        {safe}
      </Typography>
      <Typography variant="body2" sx={{ mb: 2.5 }}>
        {t("recovery.damagedNext")}
      </Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        <Button
          autoFocus
          variant="contained"
          disabled={state === "working"}
          onClick={() => {
            setState("working");
            props.onRebuild().catch(() => setState("failed"));
          }}
        >
          {t("recovery.rebuild")}
        </Button>
        <Button variant="outlined" color="inherit" onClick={props.onAgain}>
          {t("error.again")}
        </Button>
      </Box>
      <Typography
        role="status"
        variant="body2"
        color="error"
        sx={state === "failed" ? { mt: 1.5 } : {}}
      >
        {state === "failed" && t("recovery.rebuildFailed")}
      </Typography>
      <Box sx={{ mt: 1 }}>
        <Details text={props.details} />
      </Box>
    </VaultFrame>
  );
}
