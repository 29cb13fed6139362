import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SearchKind } from "../../local-store/store.ts";
import { PaletteBox } from "./palette-box.tsx";
import { paletteStyle } from "./palette-style.ts";
import type { PaletteDoors } from "./use-palette.ts";

/**
 * One box for everything (ux.md 5(i)): contacts, visits, tasks, purchases, views and commands, by keyboard alone. What was
 * typed is there again when it is opened the next time, chosen, so that the next letter replaces it. The dialog around it is
 * not drawn again at every letter.
 */
export function Palette(
  props: PaletteDoors & {
    text: string;
    onText(text: string): void;
    onClose(): void;
  },
) {
  const { t } = useTranslation();
  const [only, setOnly] = useState<SearchKind | null>(null);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={(_event, reason) => {
        // Esc closes one level only.
        if (reason === "escapeKeyDown" && only) setOnly(null);
        else props.onClose();
      }}
      transitionDuration={{ enter: 80, exit: 0 }}
      slotProps={{
        paper: { "aria-label": t("palette.title"), sx: { mt: "9vh" } },
        container: { sx: { alignItems: "flex-start" } },
      }}
    >
      <Box sx={paletteStyle}>
        <PaletteBox {...props} only={only} onOnly={setOnly} />
      </Box>
    </Dialog>
  );
}
