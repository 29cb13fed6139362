import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Tooltip from "@mui/material/Tooltip";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DraftKeeper } from "../../local-store/use-draft.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { DiscardButton } from "./discard-button.tsx";

/** Save, save and begin the next one, or throw the draft away. */
export function SheetActions(props: {
  /** Null = nothing was typed that could be thrown away. */
  keeper: DraftKeeper | null;
  onClose(): void;
  onNext(event: MouseEvent): void;
  /** Kept unfinished on purpose, and counted nowhere (INT-8). */
  onPostpone(event: MouseEvent): void;
}) {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        display: "flex",
        // Long words and large letters: a second line rather than a button that is cut off.
        flexWrap: "wrap",
        justifyContent: "flex-end",
        gap: 1,
        alignItems: "center",
        px: 2.5,
        py: 1.5,
        borderTop: 1,
        borderColor: "divider",
        whiteSpace: "nowrap",
        "& .MuiButton-root": { px: 1.25 },
      }}
    >
      {props.keeper && (
        <DiscardButton keeper={props.keeper} onClose={props.onClose} />
      )}
      <Box sx={{ flex: 1 }} />
      <Tooltip describeChild title={t("visit.postponeHint")}>
        <Button color="inherit" onClick={props.onPostpone}>
          {t("visit.postpone")}
        </Button>
      </Tooltip>
      <Tooltip describeChild title={t("key.ctrlAltEnter")}>
        <Button
          color="inherit"
          aria-keyshortcuts="Control+Alt+Enter"
          onClick={props.onNext}
        >
          {t("visit.saveNext")}
        </Button>
      </Tooltip>
      <Button
        type="submit"
        variant="contained"
        aria-keyshortcuts="Control+Enter"
        endIcon={<Kbd>{t("key.ctrlEnter")}</Kbd>}
      >
        {t("visit.save")}
      </Button>
    </Box>
  );
}
