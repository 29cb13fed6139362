import type { ReactNode } from "react";
import { readDuration } from "../../../shared/domain/typed-duration.ts";
import type { LineTexts } from "./line-texts.ts";
import type { Column, Line } from "./week-line.ts";
import type { WeekWords } from "./week-words.ts";

/** What a cell says that nobody is typing into. */
export function cellShown(
  column: Column,
  line: Line,
  texts: LineTexts,
  words: WeekWords,
): ReactNode {
  const { t } = words;
  switch (column) {
    case "when":
      return line.kind === "typed" && line.row.when !== null ? (
        <span>{line.row.when}</span>
      ) : (
        <span>
          {words.rowDay(texts.day)} {texts.time}
        </span>
      );
    case "who":
      return (
        <>
          <span>{texts.who}</span>
          {texts.where !== "" && <span className="aside">{texts.where}</span>}
        </>
      );
    case "outcome":
      return texts.outcome === "" ? null : (
        <span className={`tag ${toneOf(texts.outcome)}`}>
          {t(`evaluation.${texts.outcome}`)}
        </span>
      );
    case "note":
      return texts.note === "" && line.kind === "typed" ? (
        <span className="preset">{line.about}</span>
      ) : (
        <span>{texts.note}</span>
      );
    case "nextStep":
      return <span>{texts.nextStep}</span>;
    case "minutes":
      return (
        <span className={texts.isPreset ? "preset" : undefined}>
          {readDuration(texts.minutes) ?? texts.minutes}
        </span>
      );
    case "with":
      return <span>{texts.met}</span>;
    case "opportunity":
      return (
        <span
          className={
            line.kind === "typed" && line.row.opportunityId === null
              ? "preset"
              : undefined
          }
        >
          {texts.opportunity}
        </span>
      );
    case "kind":
      return line.kind === "typed" && line.state.kind === "blank" ? null : (
        <span>{words.templateText(texts.template)}</span>
      );
  }
}

function toneOf(outcome: LineTexts["outcome"]): string {
  if (outcome === "veryPositive" || outcome === "positive") return "success";
  if (outcome === "negative" || outcome === "veryNegative") return "error";
  return outcome === "notReached" ? "warning" : "";
}
