import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { useSession } from "../../ui/session.ts";
import { ConflictOption } from "./conflict-option.tsx";
import { conflictSides } from "./conflict-sides.ts";
import { DiffText, isLongText } from "./diff-text.tsx";
import { fieldWord, isFreeText, valueWords } from "./field-words.ts";
import { typedValue } from "./typed-value.ts";
import type { OpenConflict } from "./use-open-conflicts.ts";
import { useWriteFields } from "./use-write-fields.ts";
import { WhyConflict } from "./why-conflict.tsx";

type Choice = "mine" | "theirs" | "other";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** One field: before, mine, theirs. 1 and 2 choose, E opens a third value, Enter writes the choice and goes on. */
export function ConflictField(props: {
  conflict: OpenConflict;
  field: string;
  onDone(): void;
}) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const codes = useCodes();
  const writeFields = useWriteFields();
  const form = useRef<HTMLFormElement>(null);
  const { conflict, field } = props;
  const { note, current } = conflict;
  const { collection = "" } = note;
  const sides = conflictSides(note, session.owner);
  const standing: Choice =
    sides && sameValue(sides.mine.side.value, current)
      ? "mine"
      : sides && sameValue(sides.theirs.side.value, current)
        ? "theirs"
        : "other";
  const [chosen, setChosen] = useState<Choice | null>(null);
  const choice = chosen ?? standing;
  const [text, setText] = useState(typeof current === "string" ? current : "");
  const [problem, setProblem] = useState<string | null>(null);
  if (sides === null) return null;
  const { mine, theirs } = sides;
  const label = fieldWord(field, i18n);
  const free = isFreeText(
    collection,
    field,
    mine.side.value,
    theirs.side.value,
  );
  const long = [mine, theirs].some(({ side }) => isLongText(side.value));

  function shown(value: unknown): string {
    const deps = { words: i18n, codes, names: NO_NAMES, ...session };
    return valueWords(collection, field, value, deps) || t("conflict.empty");
  }

  function choose(wanted: Choice): void {
    if (wanted === "other" && !free) return;
    setChosen(wanted);
    const place = wanted === "other" ? "text" : wanted;
    // The text field is drawn with the choice.
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>(`[data-place="${place}"]`)
        ?.focus(),
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const typing = (event.target as HTMLElement).dataset["place"] === "text";
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Enter" && typing) form.current?.requestSubmit();
      return;
    }
    if (typing) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      return choose("mine");
    }
    const wanted = (
      { "1": "mine", "2": "theirs", "3": "other", e: "other" } as const
    )[event.key.toLowerCase()];
    if (wanted === undefined) return;
    event.preventDefault();
    choose(wanted);
  }

  async function apply(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed =
      choice === "other" && free ? typedValue(collection, field, text) : null;
    if (typed?.problem) return setProblem(t(`problem.${typed.problem}`));
    const value =
      choice === "other" ? typed?.value : sides?.[choice].side.value;
    const agreed = choice === "other" && !free;
    const told = t("conflicts.settledOne", { field: label });
    const write = agreed ? { note } : { note, value: value ?? null };
    const written = await writeFields("action.settleConflict", [write], told);
    if (written > 0) props.onDone();
  }

  return (
    <Box
      component="form"
      ref={form}
      id={`conflict-${note.id}`}
      noValidate
      onSubmit={(event) => void apply(event)}
      onKeyDown={onKeyDown}
      sx={{ mt: 1.25 }}
    >
      <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
        <Box component="legend" sx={{ p: 0, mb: 0.5, fontSize: 13 }}>
          {label}
        </Box>
        <Box
          sx={{
            display: "grid",
            gap: 1,
            gridTemplateColumns: "repeat(auto-fit, minmax(180px, 1fr))",
          }}
        >
          <ConflictOption title={t("conflicts.before")} source="">
            {shown(note.base)}
          </ConflictOption>
          {([mine, theirs] as const).map((one, index) => {
            const name = index === 0 ? "mine" : "theirs";
            const { value } = one.side;
            return (
              <ConflictOption
                key={name}
                title={
                  sides.others
                    ? (one.side.userName ?? t("conflict.someone"))
                    : t(`conflicts.${name}`)
                }
                hotkey={String(index + 1)}
                side={one.side}
                won={one.won && standing !== "other"}
                radio={{
                  name: note.id,
                  place: name,
                  checked: choice === name,
                  onChoose: () => setChosen(name),
                }}
              >
                {long && typeof value === "string" ? (
                  <DiffText
                    older={typeof note.base === "string" ? note.base : ""}
                    newer={value}
                  />
                ) : (
                  shown(value)
                )}
              </ConflictOption>
            );
          })}
        </Box>
        {standing === "other" && (
          <Box sx={{ mt: 0.75, fontSize: 12.5, color: "text.secondary" }}>
            {t("conflicts.since", { value: shown(current) })}
          </Box>
        )}
        {choice === "other" && free && (
          <TextField
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(null);
            }}
            error={problem !== null}
            helperText={problem}
            multiline={long}
            fullWidth
            sx={{ mt: 1 }}
            slotProps={{
              htmlInput: {
                "aria-label": t("conflicts.otherValue"),
                "data-place": "text",
              },
            }}
          />
        )}
      </Box>
      <Box
        sx={{
          mt: 1,
          display: "flex",
          flexWrap: "wrap",
          gap: 1,
          alignItems: "center",
        }}
      >
        <Button
          type="submit"
          size="small"
          variant="contained"
          endIcon={<Kbd>{t("conflicts.enter")}</Kbd>}
        >
          {t("conflicts.apply")}
        </Button>
        {free && choice !== "other" && (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            endIcon={<Kbd>E</Kbd>}
            onClick={() => choose("other")}
          >
            {t("conflicts.otherValue")}
          </Button>
        )}
      </Box>
      <WhyConflict note={note} label={label} />
    </Box>
  );
}
