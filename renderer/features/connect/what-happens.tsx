import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";

/** What pressing Connect will do, and what it will send: nobody should have to guess. */
export function WhatHappens({ waiting }: { waiting: number }) {
  const { t } = useTranslation();
  const steps = [
    t("connect.will1"),
    t("connect.will2"),
    waiting > 0 ? t("connect.will3n", { count: waiting }) : t("connect.will3"),
  ];
  return (
    <Box
      sx={{ mt: 1, px: 2, py: 1.5, borderRadius: 1, bgcolor: "surface.sunken" }}
    >
      <Typography variant="h3" component="h2">
        {t("connect.willTitle")}
      </Typography>
      <Box component="ol" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {steps.map((step) => (
          <Typography
            key={step}
            variant="body2"
            component="li"
            color="textSecondary"
          >
            {step}
          </Typography>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t("connect.laterHint")}
      </Typography>
    </Box>
  );
}
