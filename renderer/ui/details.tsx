import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

/**
 * Folded away until asked for: `text` for a technician (ux.md 5(j)2), set as code and selectable, or `children` under a
 * `title` of their own.
 */
export function Details(
  props:
    | { readonly text: string }
    | { readonly title: string; readonly children: ReactNode },
) {
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
        {"text" in props ? t("details.show") : props.title}
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
            ...("text" in props && {
              fontFamily: "ui-monospace, monospace",
              fontSize: 12,
              whiteSpace: "pre-wrap",
            }),
            overflowWrap: "anywhere",
            userSelect: "text",
          }}
        >
          {"text" in props ? props.text : props.children}
        </Box>
      )}
    </Box>
  );
}
