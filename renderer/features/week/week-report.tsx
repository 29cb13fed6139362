import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { WeekTotals } from "../../../shared/domain/week/week-totals.ts";
import { formatLongDay } from "../../ui/format.ts";
import { PrintPaper } from "../../ui/print-paper.tsx";
import { lineTexts, type LineTexts } from "./line-texts.ts";
import type { Line } from "./week-line.ts";
import type { WeekWords } from "./week-words.ts";

/** A week as it is handed on: what is recorded, by day. */
export interface WeekReport {
  /** `Semaine 11 · 9–15 mars 2026 · Chantal Rochat` */
  readonly title: string;
  /** The sums in one line. */
  readonly totals: string;
  /** Rows that were not saved are not in it, and it says so. */
  readonly left: string;
  readonly days: readonly {
    readonly day: CalendarDay;
    readonly heading: string;
    readonly rows: readonly LineTexts[];
  }[];
}

export function reportDays(
  lines: readonly Line[],
  totals: WeekTotals,
  words: WeekWords,
): WeekReport["days"] {
  const rows = lines
    .filter((line) => line.kind === "logged")
    .map((line) => lineTexts(line, words));
  return totals.days.flatMap(({ day }) => {
    const own = rows.filter((row) => row.day === day);
    if (own.length === 0) return [];
    const heading = formatLongDay(day, words.reading.language);
    return [{ day, heading, rows: own }];
  });
}

/** For a mail: one line a visit, and below it what came of it. */
export function reportText(report: WeekReport, words: WeekWords): string {
  const days = report.days.map(({ heading, rows }) =>
    [heading, ...rows.flatMap((row) => rowText(row, words))].join("\n"),
  );
  return [
    [report.title, report.totals, report.left].filter(Boolean).join("\n"),
    ...days,
  ].join("\n\n");
}

function rowText(row: LineTexts, words: WeekWords): readonly string[] {
  const head = [
    [row.who, row.where && `(${row.where})`].filter(Boolean).join(" "),
    words.templateText(row.template),
    row.minutes && words.t("visit.minutes", { n: row.minutes }),
    row.outcome && words.t(`evaluation.${row.outcome}`),
  ].filter(Boolean);
  const pad = " ".repeat(9);
  return [
    `  ${row.time.padEnd(5)}  ${head.join(" · ")}`,
    ...(row.note === ""
      ? []
      : row.note.split("\n").map((line) => `${pad}${line}`)),
    ...(row.nextStep === "" ? [] : [`${pad}→ ${row.nextStep}`]),
  ];
}

/** Of the columns, in per cent: the days stand below each other. */
const WIDTHS = [7, 21, 13, 12, 6, 27, 14];

/** The report on A4. */
export function ReportSheet(props: {
  report: WeekReport;
  words: WeekWords;
  ready(): void;
}) {
  const { t } = useTranslation();
  const { report, words, ready } = props;
  return (
    <PrintPaper size="A4" ready={ready}>
      <h1>{report.title}</h1>
      <p>{[report.totals, report.left].filter(Boolean).join(" · ")}</p>
      {report.days.map(({ day, heading, rows }) => (
        <section key={day}>
          <h2>{heading}</h2>
          <table style={{ tableLayout: "fixed" }}>
            <colgroup>
              {WIDTHS.map((width, at) => (
                <col key={at} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                <th>{t("visit.time")}</th>
                <th>{t("week.col.who")}</th>
                <th>{t("week.col.kind")}</th>
                <th>{t("week.col.outcome")}</th>
                <th className="figure">{t("week.col.minutes")}</th>
                <th>{t("week.col.note")}</th>
                <th>{t("week.col.nextStep")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={i}>
                  <td className="whole">{row.time}</td>
                  <td>
                    {row.who}
                    {row.where !== "" && <div>{row.where}</div>}
                  </td>
                  <td>{words.templateText(row.template)}</td>
                  <td>
                    {row.outcome !== "" && t(`evaluation.${row.outcome}`)}
                  </td>
                  <td className="figure">{row.minutes}</td>
                  <td>{row.note}</td>
                  <td>{row.nextStep}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </PrintPaper>
  );
}
