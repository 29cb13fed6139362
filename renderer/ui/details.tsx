import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

/** What only a technician wants to read, folded away (ux.md 5(j)2); the text can be selected. */
export function Details({ text }: { text: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Box sx={{ mt: 0.5 }}>
      <ButtonBase
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen((before) => !before)}
        sx={{
          gap: 0.25,
          borderRadius: 0.75,
          fontSize: 12.5,
          fontWeight: 550,
          minHeight: 24,
          pr: 0.75,
          color: "text.secondary",
        }}
      >
        <ExpandMoreRounded
          aria-hidden
          sx={{ fontSize: 18, transform: open ? undefined : "rotate(-90deg)" }}
        />
        {t("details.show")}
      </ButtonBase>
      {open && (
        <Box
          id={id}
          sx={{
            mt: 0.5,
            px: 1.25,
            py: 0.75,
            borderRadius: 1,
            bgcolor: "surface.sunken",
            fontFamily: "ui-monospace, monospace",
            fontSize: 12,
            whiteSpace: "pre-wrap",
            overflowWrap: "anywhere",
            userSelect: "text",
          }}
        >
          {text}
        </Box>
      )}
    </Box>
  );
}
