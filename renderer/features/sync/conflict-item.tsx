import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { fieldWord, valueWords } from "./field-words.ts";
import { recordWord } from "./outbox-words.ts";
import { useConflictChoice } from "./use-conflict-choice.ts";
import type { OpenConflict } from "./use-open-conflicts.ts";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** One field that two people have changed: whose value stands, whose was put aside, and the choice. */
export function ConflictItem({ conflict }: { conflict: OpenConflict }) {
  const { t, i18n } = useTranslation();
  const { language, owner, now } = useSession();
  const codes = useCodes();
  const commands = useCommands();
  const choice = useConflictChoice();
  const { note, who } = conflict;
  const { collection = "", contactId, field } = note;
  const title = [
    who ?? recordWord(collection, i18n),
    collection !== "contacts" && who !== null && recordWord(collection, i18n),
    field !== undefined && fieldWord(field, i18n),
  ]
    .filter(Boolean)
    .join(" · ");

  function side(of: Note["winner"]) {
    const deps = { words: i18n, codes, language, names: NO_NAMES };
    const own = of?.userId !== undefined && of.userId === owner.userId;
    return {
      value:
        valueWords(collection, field ?? "", of?.value, deps) ||
        t("conflict.empty"),
      source: [
        own ? t("conflict.you") : (of?.userName ?? t("conflict.someone")),
        of?.at && formatMoment(Date.parse(of.at), now()),
      ]
        .filter(Boolean)
        .join(", "),
    };
  }

  return (
    <Box
      component="article"
      aria-label={title}
      sx={{ "& + &": { mt: 2, pt: 2, borderTop: 1, borderColor: "divider" } }}
    >
      <Typography sx={{ fontWeight: 550, overflowWrap: "anywhere" }}>
        {title}
      </Typography>
      <Box sx={{ mt: 0.5, overflowWrap: "anywhere" }}>
        {field === undefined ? (
          <Typography variant="body2">{t("conflict.whole")}</Typography>
        ) : (
          <>
            <Typography variant="body2">
              {t("conflict.now", side(note.winner))}
            </Typography>
            <Typography variant="body2">
              {t("conflict.other", side(note.loser))}
            </Typography>
          </>
        )}
      </Box>
      <Box sx={{ mt: 1, display: "flex", flexWrap: "wrap", gap: 1 }}>
        {contactId !== undefined && who !== null && (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            onClick={() => commands.openContact(contactId)}
          >
            {t("conflict.openCard")}
          </Button>
        )}
        {field !== undefined && (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            onClick={() => void choice.use(note)}
          >
            {t("conflict.use")}
          </Button>
        )}
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          onClick={() => void choice.leave(note)}
        >
          {t("conflict.keep")}
        </Button>
      </Box>
    </Box>
  );
}
