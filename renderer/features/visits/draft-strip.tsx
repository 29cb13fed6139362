import EditNoteRounded from "@mui/icons-material/EditNoteRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { useDraftMoment } from "./use-visit-draft.ts";

/** A visit that somebody began to log here and did not save: it is not lost, and one click away. */
export function DraftStrip({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const now = useNow(60_000);
  const savedAt = useDraftMoment(contactId);
  if (savedAt === null) return null;
  return (
    <Box
      role="note"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 0.75,
        mt: 1,
        px: 1.25,
        py: 0.5,
        borderRadius: 1,
        bgcolor: "soft.warning",
        fontSize: 13,
      }}
    >
      <EditNoteRounded
        aria-hidden
        sx={{ fontSize: 18, color: "warning.main" }}
      />
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        {t("visit.draftWaits", { time: formatMoment(savedAt, now) })}
      </Box>
      <Button
        size="small"
        color="warning"
        onClick={() => commands.logVisit(contactId)}
      >
        {t("visit.draftResume")}
      </Button>
    </Box>
  );
}
