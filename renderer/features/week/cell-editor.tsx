import type { ReactNode } from "react";
import {
  readRowMoment,
  writtenMoment,
} from "../../../shared/domain/week/week-moment.ts";
import { evaluations } from "../../../shared/domain/visit-outcomes.ts";
import { outcomes } from "../../../shared/domain/typed-visit.ts";
import { ChoiceCell } from "./choice-cell.tsx";
import type { LineTexts } from "./line-texts.ts";
import { MetCell } from "./met-cell.tsx";
import { TextCell } from "./text-cell.tsx";
import type { Column, Line } from "./week-line.ts";
import type { WeekModel } from "./week-model.ts";
import type { RowActions } from "./row-actions.ts";
import type { WeekWords } from "./week-words.ts";
import { WhoCell } from "./who-cell.tsx";

const LONG = new Set<Column>(["note"]);

interface Place {
  readonly model: WeekModel;
  readonly rowKey: string;
  readonly above: boolean;
  readonly words: WeekWords;
  readonly actions: RowActions;
}

/** The field of a cell, or null for one that is not typed into. */
export function cellEditor(
  column: Column,
  line: Line,
  texts: LineTexts,
  props: Place,
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
          isOpen={row.contactId === "" && row.who !== ""}
          onMiss={actions.across}
          onUnknown={(name) => actions.create(rowKey, name)}
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
  { model, words }: Place,
): string | undefined {
  if (typed === null || typed.trim() === "") return undefined;
  const read = readRowMoment(typed, line.row, model.monday, words.reading);
  if (!read) return undefined;
  return `${words.weekday(read.day)} ${read.time}`.trim();
}

export function problemOf(
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
