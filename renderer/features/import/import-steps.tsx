import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../ui/format.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import type { ContactLink } from "../../ui/lines.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { undoOf, type ImportState } from "./import-state.ts";
import { ImportPreview } from "./import-preview.tsx";
import { ImportResult } from "./import-result.tsx";
import { StepBar, type Step } from "./step-bar.tsx";
import { TableSteps, useTablePart, type TablePart } from "./table-steps.tsx";
import { CutOffImport, PastImports } from "./past-imports.tsx";
import type { Import } from "./use-import.ts";
import { WaitingFiles } from "./waiting-files.tsx";

/** File → preview → import → result, one after the other; each step's heading, or what went wrong, takes the focus. */
export function ImportSteps(props: { import: Import; link: ContactLink }) {
  const { t } = useTranslation();
  const { state, session, open } = props.import;
  const { part, onPart } = useTablePart(state);
  const title = useTitle(state, part);
  const heading = useRef<HTMLHeadingElement>(null);
  const choice = useRef<HTMLDivElement & HTMLButtonElement>(null);
  const first = useRef(true);
  const stand = state.step === "map" ? `map ${part}` : standOf(state);
  useEffect(() => {
    if (!first.current) (heading.current ?? choice.current)?.focus();
    first.current = false;
  }, [stand]);
  // An import of the list that is taken back takes its button along.
  const undoing = state.undoing !== null;
  useEffect(() => {
    if (!undoing && document.activeElement === document.body)
      choice.current?.focus();
  }, [undoing]);

  const waiting = (
    <WaitingFiles
      state={state}
      onNext={session.startOver}
      onDrop={session.dropWaiting}
    />
  );
  if (state.step === "choose") {
    return (
      <>
        {waiting}
        <CutOffImport around={state} onUndo={session.undo} />
        <ChooseFile
          problem={state.problem}
          fileName={state.fileName}
          focus={choice}
          onFiles={open}
        />
        <PastImports around={state} link={props.link} onUndo={session.undo} />
      </>
    );
  }
  const { preview } = state;
  return (
    <>
      {waiting}
      <Box
        component="section"
        aria-labelledby="import-step"
        sx={{
          border: 1,
          borderColor: "divider",
          borderRadius: 1.5,
          bgcolor: "background.paper",
          px: 2.5,
          py: 2,
        }}
      >
        {isTable(state) && (
          <StepBar at={state.step === "map" ? part : BAR[state.step]} />
        )}
        <Typography
          id="import-step"
          ref={heading}
          tabIndex={-1}
          variant="h2"
          sx={{ overflowWrap: "anywhere", "&:focus": { outline: "none" } }}
        >
          {title}
        </Typography>
        {(state.step === "preview" || state.step === "map") && (
          <Typography variant="body2" color="textSecondary">
            {t(
              state.step === "map" && part === "columns"
                ? "import.columnsHint"
                : "import.previewHint",
            )}
          </Typography>
        )}
        <Box sx={{ mt: 1.5 }}>
          {state.step === "map" && (
            <TableSteps
              state={state}
              session={session}
              part={part}
              onPart={onPart}
            />
          )}
          {state.step === "reading" && (
            <JobProgress
              label={t("import.progress")}
              part={preview.read / preview.bytes}
              text={t(
                preview.isTable ? "import.rowsSoFar" : "import.cardsSoFar",
                { n: formatCount(preview.cards) },
              )}
              stopWord={t("cancel")}
              onStop={session.cancel}
            />
          )}
          {state.step === "preview" && (
            <ImportPreview
              preview={preview}
              known={state.known}
              hasNext={state.waiting.length > 0}
              onImport={session.write}
              onKnown={session.replan}
              onBack={
                state.failed === null
                  ? session.startOver
                  : session.backToColumns
              }
            />
          )}
          {state.step === "writing" && (
            <JobProgress
              label={t("import.progress")}
              part={state.done / preview.bytes}
              text={
                state.canceling
                  ? t("import.canceling")
                  : t("import.writtenSoFar", {
                      n: formatCount(
                        state.written.companies +
                          state.written.persons +
                          state.written.updates,
                      ),
                      all: formatCount(
                        preview.companies + preview.persons + preview.updates,
                      ),
                    })
              }
              hint={t("import.leave")}
              stopDisabled={state.canceling}
              stopWord={t("import.stop")}
              onStop={session.cancel}
            />
          )}
          {state.step === "result" && (
            <ImportResult
              result={state}
              link={props.link}
              onUndo={session.undo}
              onAnother={session.startOver}
            />
          )}
        </Box>
      </Box>
    </>
  );
}

/** Changes with every step, and within one with what takes its controls away. */
function standOf(state: ImportState): unknown {
  switch (state.step) {
    case "choose":
      return state.problem ?? "choose";
    case "writing":
      return `writing ${state.canceling}`;
    case "result":
      return `result ${undoOf(state, state.importId ?? "")}`;
    default:
      return state.step;
  }
}

/** Where the steps of the state stand in the bar. */
const BAR: Readonly<Record<ImportState["step"], Step>> = {
  choose: "file",
  map: "columns",
  reading: "preview",
  preview: "preview",
  writing: "import",
  result: "result",
};

/** Cards go from the file to the preview; only a table takes all of the steps. */
function isTable(state: ImportState): boolean {
  return "preview" in state && state.preview.isTable;
}

function useTitle(state: ImportState, part: TablePart): string {
  const { t } = useTranslation();
  switch (state.step) {
    case "map":
      return t(`import.${part}Title`, { file: state.preview.fileName });
    case "choose":
      return t("import.chooseTitle");
    case "reading":
      return t("import.reading", { file: state.preview.fileName });
    case "preview":
      return t("import.previewTitle", { file: state.preview.fileName });
    case "writing":
      return t("import.writing", { file: state.preview.fileName });
    case "result":
      return t(
        undoOf(state, state.importId ?? "") === "done"
          ? "action.undoImport"
          : `import.end.${state.end}`,
      );
  }
}
