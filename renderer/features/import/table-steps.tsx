import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportSession } from "./import-ports.ts";
import type { ImportState } from "./import-state.ts";
import { CleanColumns } from "./clean-columns.tsx";
import { MapColumns } from "./map-columns.tsx";
import { MatchKnown } from "./match-known.tsx";

export type TablePart = "columns" | "clean" | "match";

type MapState = Extract<ImportState, { step: "map" }>;

/** What a column may give a contact its name by. */
const NAMES = new Set([
  ...["name", "firstName", "surname", "companyName", "nickname", "email"],
]);

/** Columns → cleaning → matching; Back is always possible, and nothing is written. */
export function TableSteps(props: {
  state: MapState;
  session: ImportSession;
  part: TablePart;
  onPart(part: TablePart): void;
}) {
  const { t } = useTranslation();
  const { state, session, part, onPart } = props;
  const hasName = state.rules.columns.some(
    (use) => use !== null && NAMES.has(use.target),
  );
  const parts: Readonly<Record<TablePart, ReactNode>> = {
    columns: <MapColumns state={state} session={session} />,
    clean: <CleanColumns state={state} session={session} />,
    match: <MatchKnown state={state} session={session} />,
  };
  function next(): void {
    if (part === "columns") {
      session.check();
      onPart("clean");
    } else if (part === "clean") onPart("match");
    else session.plan();
  }
  function back(): void {
    if (part === "columns") session.startOver();
    else onPart(part === "match" ? "clean" : "columns");
  }
  return (
    <>
      {parts[part]}
      <Box sx={{ display: "flex", gap: 1, mt: 2 }}>
        <Button variant="contained" disabled={!hasName} onClick={next}>
          {t("import.continue")}
        </Button>
        <Button color="inherit" onClick={back}>
          {t("import.back")}
        </Button>
      </Box>
      {!hasName && (
        <Box role="status" sx={{ mt: 1, fontSize: 13, color: "warning.main" }}>
          {t("import.noName")}
        </Box>
      )}
    </>
  );
}

/** The part of the columns that is shown; a new file begins with the first. */
export function useTablePart(state: ImportState) {
  const [at, setAt] = useState<{ file: string; part: TablePart }>({
    ...{ file: "", part: "columns" },
  });
  const file = "preview" in state ? state.preview.fileName : "";
  const part = at.file === file ? at.part : "columns";
  return { part, onPart: (next: TablePart) => setAt({ file, part: next }) };
}
