import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { ConflictField } from "./conflict-field.tsx";
import { DeletedOrChanged } from "./deleted-or-changed.tsx";
import { recordWord } from "./outbox-words.ts";
import type { OpenConflict } from "./use-open-conflicts.ts";

/** One record: whom it is about, and each of its fields that needs a decision. */
export function ConflictRecord(props: {
  conflicts: readonly OpenConflict[];
  /** The note with this id is settled. */
  onDone(id: string): void;
}) {
  const { t, i18n } = useTranslation();
  const commands = useCommands();
  const [first] = props.conflicts;
  if (first === undefined) return null;
  const { collection = "", contactId } = first.note;
  const kind = recordWord(collection, i18n);
  const title =
    first.who === null
      ? kind
      : collection === "contacts"
        ? first.who
        : `${first.who} · ${kind}`;
  return (
    <Box
      component="article"
      aria-label={title}
      sx={{
        "& + &": { mt: 2.5, pt: 2.5, borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Typography
          sx={{
            flex: 1,
            minWidth: 0,
            fontWeight: 600,
            overflowWrap: "anywhere",
          }}
        >
          {title}
        </Typography>
        {contactId !== undefined && first.who !== null && (
          <Button
            size="small"
            color="inherit"
            onClick={() => commands.openContact(contactId)}
          >
            {t("conflict.openCard")}
          </Button>
        )}
      </Box>
      {props.conflicts.map((conflict) =>
        conflict.note.field === undefined ? (
          <DeletedOrChanged
            key={conflict.note.id}
            note={conflict.note}
            onDone={() => props.onDone(conflict.note.id)}
          />
        ) : (
          <ConflictField
            key={conflict.note.id}
            conflict={conflict}
            field={conflict.note.field}
            onDone={() => props.onDone(conflict.note.id)}
          />
        ),
      )}
    </Box>
  );
}
