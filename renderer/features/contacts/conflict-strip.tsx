import CallSplitRounded from "@mui/icons-material/CallSplitRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { FieldStrip } from "./field-strip.tsx";

type Side = NonNullable<Note["winner"]>;

/** The side that a merge put aside, one click away; both values with their authors, and each key says which it takes. */
export function ConflictStrip(props: {
  conflict: Note;
  /** The value in force, as the card shows it. */
  current: string;
  shown: (value: string) => string;
  onUse(): void;
  onDismiss(): void;
}) {
  const { t } = useTranslation();
  const { now, owner } = useSession();
  const { winner, loser } = props.conflict;
  const textOf = (value: Side["value"] | undefined) =>
    value === null || value === undefined || value === ""
      ? ""
      : props.shown(typeof value === "string" ? value : JSON.stringify(value));
  const sourceOf = (side: Side | undefined) =>
    [
      side?.userId !== undefined && side.userId === owner.userId
        ? t("conflict.you")
        : (side?.userName ?? t("conflict.someone")),
      side?.at && formatMoment(Date.parse(side.at), now()),
    ]
      .filter(Boolean)
      .join(", ");
  const other = textOf(loser?.value) || t("conflict.empty");
  const current = props.current || t("conflict.empty");
  // Somebody may have written a third value since: then the merge's author is not its author.
  const sameAsMerged = textOf(winner?.value) === props.current;
  return (
    <FieldStrip
      role="note"
      icon={<CallSplitRounded aria-hidden />}
      text={
        <>
          {t("conflict.other", { value: other, source: sourceOf(loser) })}
          {sameAsMerged && (
            <Box component="span" sx={{ display: "block" }}>
              {t("conflict.now", { value: current, source: sourceOf(winner) })}
            </Box>
          )}
        </>
      }
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.75 }}>
        <Button size="small" color="warning" onClick={props.onUse}>
          {t("conflict.useValue", { value: shortened(other) })}
        </Button>
        <Button size="small" color="inherit" onClick={props.onDismiss}>
          {t("conflict.keepValue", { value: shortened(current) })}
        </Button>
      </Box>
    </FieldStrip>
  );
}

const LONGEST = 40;

/** A key is no place for a whole comment. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
