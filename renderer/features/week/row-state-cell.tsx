import type { ReactNode } from "react";
import { COLUMNS, type Line } from "./week-line.ts";
import { lineTexts } from "./line-texts.ts";
import type { RowActions } from "./row-actions.ts";
import type { WeekWords } from "./week-words.ts";

/** Two sheets. */
const DOUBLE = (
  <svg viewBox="0 0 16 16" aria-hidden strokeWidth="1.4">
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 3.5v-.5a1 1 0 0 0-1-1H3.5a1.5 1.5 0 0 0-1.5 1.5v6a1 1 0 0 0 1 1h.5" />
  </svg>
);

/** Where a row stands, and what can be done with it by the mouse; the keys do the same. */
export function RowStateCell(props: {
  line: Line;
  rowKey: string;
  words: WeekWords;
  /** The day is being typed: half of it is no mistake yet. */
  typing: boolean;
  actions: RowActions;
}) {
  const { line, rowKey, words, actions } = props;
  const { t } = words;
  const { tone, text, why } = stateWords(line, words, props.typing);
  const who = lineTexts(line, words).who;
  const act = (
    name: "accept" | "dismiss" | "remove" | "duplicate",
    sign: ReactNode,
  ) => (
    <button
      type="button"
      className="act"
      tabIndex={-1}
      title={t(`week.${name}`)}
      aria-label={`${t(`week.${name}`)} ${who}`.trim()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => actions[name](rowKey)}
    >
      {sign}
    </button>
  );
  return (
    <div
      role="gridcell"
      aria-colindex={COLUMNS.length + 1}
      className="cell state"
    >
      {text !== "" && (
        <span className={`tag ${tone}`} title={why ?? text}>
          {text}
        </span>
      )}
      {line.kind === "ghost" && (
        <>
          {act("accept", "✓")}
          {act("dismiss", "×")}
        </>
      )}
      {line.kind === "typed" && line.state.kind !== "blank" && (
        <>
          {act("duplicate", DOUBLE)}
          {act("remove", "×")}
        </>
      )}
    </div>
  );
}

function stateWords(
  line: Line,
  { t, shortDay, reading }: WeekWords,
  typing: boolean,
): { readonly tone: string; readonly text: string; readonly why?: string } {
  switch (line.kind) {
    case "logged": {
      const isOpen =
        line.visit.attemptFailed !== true &&
        line.visit.evaluation === undefined;
      return isOpen
        ? { tone: "warning", text: t("week.noOutcome") }
        : { tone: "success", text: t("week.saved") };
    }
    case "ghost": {
      const { why, everyDays } = line.ghost;
      const text = t(`week.why.${why}`);
      return everyDays === null
        ? { tone: "primary", text }
        : {
            ...{ tone: "primary", text },
            why: t("today.every", { count: everyDays }),
          };
    }
    case "typed":
      break;
  }
  const { state } = line;
  switch (state.kind) {
    case "blank":
      return { tone: "", text: "" };
    case "ready":
      return { tone: "primary", text: t("week.ready") };
    case "draft":
      return { tone: "", text: t("week.draft"), why: t("visit.needWho") };
    case "error": {
      if (typing && state.why === "badDate")
        return { tone: "", text: t("week.draft") };
      const why = {
        badDate: t("visit.badDate"),
        future: t("visit.future", { day: shortDay(reading.today) }),
        badTime: t("visit.badTime"),
        badDuration: t("visit.badDuration"),
        needWho: t("visit.needWho"),
        notFound: t("visit.needWho"),
        privacyBlocked: t("visit.privacyBlocked"),
      }[state.why];
      return { tone: "error", text: t(`week.error.${state.why}`), why };
    }
  }
}
