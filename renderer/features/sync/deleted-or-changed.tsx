import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { sourceWords } from "./source-words.ts";
import { useSession } from "../../ui/session.ts";
import { useWriteFields } from "./use-write-fields.ts";

/**
 * Deleted on one side, or given another type (TYP-5), and worked on at the other: the work stays (OFF-7), and that is
 * said, with names and times.
 */
export function DeletedOrChanged(props: { note: Note; onDone(): void }) {
  const { t } = useTranslation();
  const session = useSession();
  const writeFields = useWriteFields();
  const { note } = props;
  const retyped = note.loser?.value === "retyped";
  const deleted =
    retyped || note.loser?.value === "deleted" ? note.loser : note.winner;
  const changed = deleted === note.loser ? note.winner : note.loser;

  async function keep(): Promise<void> {
    const told = t("conflicts.kept");
    const written = await writeFields(
      "action.settleConflict",
      [{ note }],
      told,
    );
    if (written > 0) props.onDone();
  }

  return (
    <Box id={`conflict-${note.id}`} sx={{ mt: 1 }}>
      <Typography variant="body2">
        {t(retyped ? "conflicts.retyped" : "conflicts.deleted", {
          deleted: sourceWords(deleted, session, t),
          changed: sourceWords(changed, session, t),
        })}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        onClick={() => void keep()}
        sx={{ mt: 1 }}
      >
        {t("conflicts.keepIt")}
      </Button>
    </Box>
  );
}
