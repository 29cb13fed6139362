import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { Details } from "../../ui/details.tsx";
import { useSession } from "../../ui/session.ts";
import { decidedByRule } from "./conflict-sides.ts";
import { sourceWords } from "./source-words.ts";

/** Why this happened, with names and times, and what decided for now. */
export function WhyConflict(props: { note: Note; label: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const { note, label } = props;
  return (
    <Details title={t("conflicts.why")}>
      <Typography variant="body2" component="p">
        {t("conflicts.whyText", {
          field: label,
          one: sourceWords(note.loser, session, t),
          other: sourceWords(note.winner, session, t),
        })}{" "}
        {t(decidedByRule(note) ? "conflicts.whyRule" : "conflicts.whyLater")}
      </Typography>
    </Details>
  );
}
