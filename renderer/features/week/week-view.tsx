import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { isoWeek, type IsoWeek } from "../../../shared/domain/week/iso-week.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { NewContactForm } from "../../ui/new-contact.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { doneCommands } from "../../ui/undo-request.ts";
import { useSession } from "../../ui/session.ts";
import { KeyLegend } from "./key-legend.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { useEvaluate, useSaveWeek } from "./use-save-week.ts";
import { useWeek, type OpenedWeek } from "./use-week.ts";
import { WeekFooter } from "./week-footer.tsx";
import { WeekGrid } from "./week-grid.tsx";
import { WeekHead } from "./week-head.tsx";
import { WeekMenu } from "./week-menu.tsx";
import { useWeekWords } from "./week-words.ts";

/** A week written up in one grid (ux.md 5(d)). */
export function WeekView(props: {
  week: IsoWeek;
  newContact: NewContactForm;
  onWeek(week: IsoWeek): void;
}) {
  const opened = useWeek(props.week.monday);
  const isThis = opened?.model.monday === props.week.monday;
  return (
    <Box
      sx={{
        flex: 1,
        minWidth: 0,
        minHeight: 0,
        display: "flex",
        flexDirection: "column",
        gap: 1.5,
        px: 2.5,
        pt: 2.5,
        pb: 1.5,
      }}
    >
      {opened && isThis ? (
        <Opened key={props.week.monday} {...props} opened={opened} />
      ) : (
        <WeekHead {...props} actions={null} />
      )}
    </Box>
  );
}

function Opened(props: {
  opened: OpenedWeek;
  week: IsoWeek;
  newContact: NewContactForm;
  onWeek(week: IsoWeek): void;
}) {
  const { t } = useTranslation();
  const { undo } = useLocalStore();
  const { today } = useSession();
  const { opened, week, onWeek } = props;
  const { model } = opened;
  const words = useWeekWords();
  const save = useSaveWeek(opened, words);
  const evaluate = useEvaluate();
  const ready = useReady(opened);
  // What was pasted and is being looked at.
  const [pasted, setPasted] = useState<string | null>(null);

  function goBy(weeks: number): void {
    const other = isoWeek(addDays(week.monday, weeks * 7));
    if (other.monday <= today) onWeek(other);
  }
  return (
    <>
      <WeekHead
        week={week}
        onWeek={onWeek}
        actions={
          <>
            <Button
              id="week-save"
              variant="contained"
              aria-keyshortcuts="Control+S Control+Shift+S"
              endIcon={<Kbd>{t("week.saveKey")}</Kbd>}
              onClick={save}
            >
              {ready > 0
                ? t("week.saveCount", { n: ready })
                : t("week.saveAll")}
            </Button>
            <WeekMenu
              opened={opened}
              words={words}
              onPaste={() => setPasted("")}
            />
          </>
        }
      />
      <WeekGrid
        model={model}
        words={words}
        onSave={save}
        onWeek={goBy}
        onPaste={setPasted}
        onUndo={() => {
          if (model.undo()) return;
          const last = undo.state().undo;
          if (last) doneCommands().undo(last.id);
        }}
        onRedo={() => {
          if (!model.redo()) void undo.redo();
        }}
        onEvaluate={evaluate}
        newContact={props.newContact}
      />
      {pasted !== null && (
        <PasteDialog
          text={pasted}
          model={model}
          words={words}
          onClose={() => setPasted(null)}
        />
      )}
      <KeyLegend />
      <WeekFooter model={model} words={words} />
    </>
  );
}

/** How many rows Save all would save. */
function useReady({ model }: OpenedWeek): number {
  const count = () =>
    model
      .lines()
      .filter((line) => line.kind === "typed" && line.state.kind === "ready")
      .length;
  const [ready, setReady] = useState(count);
  useEffect(() => {
    const stop = model.subscribe(() => setReady(count()));
    setReady(count());
    return stop;
    // eslint-disable-next-line react/exhaustive-deps -- counts what the model has.
  }, [model]);
  return ready;
}
