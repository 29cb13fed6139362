import EditNoteRounded from "@mui/icons-material/EditNoteRounded";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { Kbd } from "../../ui/kbd.tsx";

/** Opens the visit sheet with nobody chosen yet. */
export function LogVisitButton() {
  const { t } = useTranslation();
  const commands = useCommands();
  return (
    <Button
      variant="outlined"
      startIcon={<EditNoteRounded />}
      endIcon={<Kbd>V</Kbd>}
      aria-keyshortcuts="V"
      onClick={() => commands.logVisit()}
    >
      {t("card.logVisit")}
    </Button>
  );
}
