import {
  memo,
  useCallback,
  useEffect,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { readDuration } from "../../../shared/domain/typed-duration.ts";
import {
  readRowMoment,
  writtenMoment,
} from "../../../shared/domain/week/week-moment.ts";
import { evaluations } from "../../../shared/domain/visit-outcomes.ts";
import { outcomes } from "../../../shared/domain/typed-visit.ts";
import { ChoiceCell } from "./choice-cell.tsx";
import { lineTexts, type LineTexts } from "./line-texts.ts";
import { MetCell } from "./met-cell.tsx";
import { RowStateCell } from "./row-state-cell.tsx";
import { TextCell } from "./text-cell.tsx";
import { COLUMNS, type Column, type Line } from "./week-line.ts";
import type { WeekModel } from "./week-model.ts";
import type { WeekWords } from "./week-words.ts";
import { WhoCell } from "./who-cell.tsx";

/** What a row asks of the grid. */
export interface RowActions {
  /** On to the next cell. */
  across(): void;
  accept(key: string): void;
  dismiss(key: string): void;
  remove(key: string): void;
  duplicate(key: string): void;
  evaluate(line: Line & { kind: "logged" }, outcome: string): void;
}

const LONG = new Set<Column>(["note"]);

/** One row, in plain elements; drawn anew only when something of it changes. The cell that the keys act on is a field. */
export const WeekRowView = memo(function WeekRowView(props: {
  model: WeekModel;
  rowKey: string;
  index: number;
  /** Pixels from the top. */
  start: number;
  /** Number of the column that the keys act on, here; null elsewhere. */
  at: number | null;
  firstOfDay: boolean;
  above: boolean;
  words: WeekWords;
  actions: RowActions;
}) {
  const { model, rowKey, at, words } = props;
  const line = useSyncExternalStore(
    useCallback((tell) => model.subscribeTo(rowKey, tell), [model, rowKey]),
    () => model.line(rowKey),
  );
  // The day that was typed is read when the row's first cell is left.
  const isWhen = at === 0;
  useEffect(() => {
    if (!isWhen) return undefined;
    return () => model.settle(rowKey);
  }, [isWhen, model, rowKey]);
  if (!line) return null;
  const texts = lineTexts(line, words);
  const problem = line.kind === "typed" ? problemOf(line, words) : null;
  const names = ["row", line.kind];
  if (at !== null) names.push("here");
  if (props.firstOfDay) names.push("first-of-day");
  return (
    <div
      role="row"
      className={names.join(" ")}
      data-index={props.index}
      aria-rowindex={props.index + 2}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      {COLUMNS.map((column, i) => {
        const isHere = at === i;
        const bad = problem?.column === column;
        const editor = isHere
          ? editorOf(column, line, texts, props, bad ? problem.text : undefined)
          : null;
        return (
          <Cell
            key={column}
            column={i}
            at={isHere}
            editing={editor !== null}
            className={`${column === "minutes" ? " figure" : ""}${bad ? " bad" : ""}${column === "when" ? " day" : ""}`}
          >
            {editor ?? shown(column, line, texts, words)}
          </Cell>
        );
      })}
      <RowStateCell
        line={line}
        rowKey={rowKey}
        words={words}
        typing={isWhen}
        actions={props.actions}
      />
    </div>
  );
});

/** A cell without a field takes the focus itself. */
function Cell(props: {
  column: number;
  at: boolean;
  editing: boolean;
  className: string;
  children: ReactNode;
}) {
  const { at, editing } = props;
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at && !editing) cell.current?.focus({ preventScroll: true });
  }, [at, editing]);
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-colindex={props.column + 1}
      data-column={props.column}
      tabIndex={at && !editing ? 0 : -1}
      className={`cell${props.className}${editing ? " editing" : ""}`}
    >
      {props.children}
    </div>
  );
}

function shown(
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
          {words.weekday(texts.day)} {texts.time}
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

/** The field of a cell, or null for one that is not typed into. */
function editorOf(
  column: Column,
  line: Line,
  texts: LineTexts,
  props: Parameters<typeof WeekRowView>[0],
  problem: string | undefined,
): ReactNode {
  const { model, rowKey, words, actions } = props;
  const { t } = words;
  const label = t(`week.col.${column}`);
  const choices = (of: readonly (typeof outcomes)[number][]) =>
    of.map((value) => ({ value, text: t(`evaluation.${value}`) }));
  if (line.kind === "logged" && column === "outcome") {
    if (line.visit.attemptFailed === true) return null;
    return (
      <ChoiceCell
        digits
        label={label}
        value={texts.outcome}
        choices={choices(evaluations)}
        onChange={(value) => actions.evaluate(line, value)}
        onDone={actions.across}
      />
    );
  }
  if (line.kind !== "typed") return null;
  const { row } = line;
  switch (column) {
    case "when":
      return (
        <TextCell
          select
          label={label}
          value={row.when ?? writtenMoment(row)}
          hint={momentHint(row.when, line, props)}
          onChange={(text) => model.edit(rowKey, { when: text })}
        />
      );
    case "who":
      return (
        <WhoCell
          label={label}
          value={texts.who}
          none={t("visit.whoNone")}
          locale={words.reading.language}
          above={props.above}
          onType={(text) => model.edit(rowKey, { who: text, contactId: "" })}
          onMiss={actions.across}
          onChoose={({ id, name }) => {
            model.edit(rowKey, { who: name, contactId: id });
            actions.across();
          }}
        />
      );
    case "outcome":
      return (
        <ChoiceCell
          digits
          label={label}
          value={row.outcome}
          choices={choices(outcomes)}
          onChange={(value) =>
            model.edit(rowKey, {
              outcome: outcomes.find((one) => one === value) ?? "",
            })
          }
          onDone={actions.across}
        />
      );
    case "kind":
      return (
        <ChoiceCell
          label={label}
          value={row.template}
          choices={words.templates.map(({ code, text }) => ({
            value: code,
            text,
          }))}
          onChange={(template) => model.edit(rowKey, { template })}
          onDone={actions.across}
        />
      );
    case "with":
      return (
        <MetCell
          label={label}
          none={t("week.metNone")}
          people={line.contact?.people ?? []}
          value={row.attendees}
          names={line.met}
          above={props.above}
          onChange={(attendees) => model.edit(rowKey, { attendees })}
        />
      );
    case "opportunity": {
      const open = line.contact?.opportunities ?? [];
      return (
        <ChoiceCell
          label={label}
          value={
            row.opportunityId ??
            open.find(({ name }) => name === line.opportunity)?.id ??
            ""
          }
          choices={[
            { value: "", text: t("visit.noOpportunity") },
            ...open.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(opportunityId) => model.edit(rowKey, { opportunityId })}
          onDone={actions.across}
        />
      );
    }
    case "note":
    case "nextStep":
      return (
        <TextCell
          {...(LONG.has(column) ? { long: true } : {})}
          label={label}
          value={row[column]}
          placeholder={column === "note" ? line.about : t("visit.nextStepHint")}
          onChange={(text) => model.edit(rowKey, { [column]: text })}
        />
      );
    case "minutes":
      return (
        <TextCell
          select
          label={label}
          value={texts.minutes}
          problem={problem}
          onChange={(minutes) => model.edit(rowKey, { minutes })}
        />
      );
  }
}

/** What a typed day and time are read as. */
function momentHint(
  typed: string | null,
  line: Line & { kind: "typed" },
  { model, words }: Parameters<typeof WeekRowView>[0],
): string | undefined {
  if (typed === null || typed.trim() === "") return undefined;
  const read = readRowMoment(typed, line.row, model.monday, words.reading);
  if (!read) return undefined;
  return `${words.weekday(read.day)} ${read.time}`.trim();
}

function problemOf(
  line: Line & { kind: "typed" },
  { t, shortDay, reading }: WeekWords,
): { readonly column: Column; readonly text: string } | null {
  if (line.state.kind !== "error") return null;
  switch (line.state.why) {
    case "badDate":
      return { column: "when", text: t("visit.badDate") };
    case "future":
      return {
        column: "when",
        text: t("visit.future", { day: shortDay(reading.today) }),
      };
    case "badTime":
      return { column: "when", text: t("visit.badTime") };
    case "badDuration":
      return { column: "minutes", text: t("visit.badDuration") };
    case "notFound":
    case "needWho":
      return { column: "who", text: t("visit.needWho") };
    case "privacyBlocked":
      return { column: "who", text: t("visit.privacyBlocked") };
  }
}
