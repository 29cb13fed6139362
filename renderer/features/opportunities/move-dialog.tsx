import { parseDay } from "../../../shared/domain/parse-day.ts";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import {
  lacksQuote,
  waysFrom,
  type Move,
} from "../../../shared/domain/move-opportunity.ts";
import { activeEntry } from "../../../shared/domain/opportunity-entries.ts";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import { stageText } from "../../../shared/domain/sales-cycle.ts";
import { useFoundDraft, useKeptForm } from "../../local-store/use-kept-form.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { twoColumns } from "../../ui/form-grid.ts";
import { problemOf } from "../../ui/form-problem.ts";
import { formatAmount, formatDay, FRANCS } from "../../ui/format.ts";
import { KeptFormDialog } from "../../ui/kept-form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";
import { TextLine } from "../../ui/form-lines.tsx";
import { useFormProblem } from "../../ui/use-form-problem.ts";
import { chanceWords } from "./chance-words.ts";
import { QuoteLines } from "./quote-lines.tsx";
import { chancesOf, estimateOf, quoteOf, quoteTexts } from "./sale-texts.ts";
import { useOpportunityCommands } from "./use-opportunity-commands.ts";
import { useCycle, type OpportunityView } from "./use-opportunity.ts";

/** OPP-3 to OPP-6: one move, with what it needs. `to` = the stage that somebody has pointed at. */
export function MoveDialog(props: {
  view: OpportunityView;
  to?: number | undefined;
  onClose(): void;
}) {
  const found = useFoundDraft(
    "opportunity/move",
    props.view.opportunity.id,
    useOpenElsewhere(props.onClose),
  );
  return found ? <Form {...props} found={found} /> : null;
}

function Form(props: {
  view: OpportunityView;
  to?: number | undefined;
  found: NonNullable<ReturnType<typeof useFoundDraft>>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { now, today, language } = useSession();
  const commands = useOpportunityCommands();
  const { opportunity, tasks } = props.view;
  const cycle = useCycle(opportunity);
  const entry = activeEntry(opportunity)?.entry;
  const ways = isOpenOpportunity(opportunity)
    ? waysFrom(entry?.stage ?? 0, cycle)
    : [];
  const wanted = ways.find(({ stage }) => stage.stage === props.to) ?? ways[0];
  const form = useKeptForm(
    props.found,
    {
      way: wanted ? `${wanted.move}/${wanted.stage.stage}` : "",
      changedOn: formatDay(today),
      value: entry?.estimatedMinor ? formatAmount(entry.estimatedMinor) : "",
      chances: entry?.chances === undefined ? "" : String(entry.chances),
      closeOn: entry?.closeOn === undefined ? "" : formatDay(entry.closeOn),
      ...quoteTexts(opportunity),
    },
    now,
  );
  const { texts } = form;
  const { problem, refuse, attempt, set } = useFormProblem(form);
  const part = { texts, set, problem };
  const [kind = "", stageNo = ""] = (texts["way"] ?? "").split("/");
  const way = ways.find(
    ({ move, stage }) => move === kind && String(stage.stage) === stageNo,
  );
  const open = tasks.filter((task) => !isClosed(task)).length;

  async function save(): Promise<boolean> {
    const changedOn = parseDay((texts["changedOn"] ?? "").trim(), today);
    if (changedOn === null)
      return refuse({ text: t("cardForm.noDay"), field: "changedOn" });
    const read = estimateOf(texts, today);
    if (!read.ok) return refuse({ text: t(read.word), field: read.field });
    const { estimatedMinor = 0, ...typed } = read.value;
    // What was emptied is no new value.
    if (estimatedMinor === 0 && entry?.estimatedMinor !== undefined)
      return refuse({
        text: t("sale.refused.value-missing"),
        field: "value",
      });
    const quote = quoteOf(form.typed);
    if (!quote.ok) return refuse({ text: t(quote.word), field: quote.field });
    return attempt((along) =>
      commands.move(
        opportunity.id,
        {
          move: kind as Move,
          stage: Number(stageNo),
          changedOn,
          estimatedMinor,
          ...typed,
          cancelTasks: texts["cancelTasks"] === "1",
        },
        quote.value,
        along,
      ),
    );
  }
  return (
    <KeptFormDialog
      title={t("sale.moveOf", { name: opportunity.description })}
      action={t("sale.moveDo")}
      form={form}
      problem={problem}
      onSave={save}
      onClose={props.onClose}
    >
      <TextField
        select
        autoFocus
        label={t("sale.step")}
        value={way ? texts["way"] : ""}
        error={problem?.field === "way"}
        helperText={problemOf(problem, "way")}
        onChange={(event) => set({ way: event.target.value })}
      >
        {ways.map(({ move, stage }) => (
          <MenuItem
            key={`${move}/${stage.stage}`}
            value={`${move}/${stage.stage}`}
          >
            {t(`sale.move.${move}`, {
              stage: `${stage.stage} ${stageText(stage, language)}`,
            })}
            {lacksQuote(opportunity, move, stage) &&
              ` · ${t("sale.quoteNeeded")}`}
          </MenuItem>
        ))}
      </TextField>
      {way?.stage.quoteRequired === true && <QuoteLines {...part} />}
      <Box sx={twoColumns}>
        <TypedDayField
          read={parseDay}
          label={t("sale.changedOn")}
          value={texts["changedOn"] ?? ""}
          problem={problemOf(problem, "changedOn")}
          onChange={(changedOn) => set({ changedOn })}
        />
        <TypedDayField
          read={parseDay}
          label={t("sale.closing")}
          value={texts["closeOn"] ?? ""}
          problem={problemOf(problem, "closeOn")}
          onChange={(closeOn) => set({ closeOn })}
        />
        <TextLine
          {...part}
          name="value"
          label={t("sale.value")}
          unit={FRANCS}
        />
        <TextLine {...part} name="chances" label={t("sale.chances")} />
      </Box>
      {way && (
        <Typography variant="body2" color="textSecondary">
          {chanceWords(t, cycle, {
            completed: way.stage.completed,
            chances:
              chancesOf(texts["chances"]) ||
              (entry?.chances ?? 0) ||
              way.stage.chances,
          })}
        </Typography>
      )}
      {open > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              checked={texts["cancelTasks"] === "1"}
              onChange={(_, checked) =>
                set({ cancelTasks: checked ? "1" : "" })
              }
            />
          }
          label={t("sale.cancelTasks", { count: open })}
        />
      )}
    </KeptFormDialog>
  );
}
