import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import type { WeekRow } from "../../../shared/domain/week/week-row.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";
import { readPasted, type Pasted } from "./read-pasted.ts";
import type { WeekModel } from "./week-model.ts";
import type { WeekWords } from "./week-words.ts";

/** Rows of a spreadsheet or a list, shown as the rows that they would become before they are any. */
export function PasteDialog(props: {
  text: string;
  model: WeekModel;
  words: WeekWords;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { model, words, onClose } = props;
  const [text, setText] = useState(props.text);
  const [found, setFound] = useState<readonly Pasted[]>([]);
  const { reading } = words;
  const { salesperson = "" } = useSession().owner;
  useEffect(() => {
    let current = true;
    const last = model.rows().at(-1);
    const facts = {
      ...{ monday: model.monday, reading },
      day: last?.day ?? model.monday,
    };
    void readPasted(list, text, facts, salesperson).then((rows) => {
      if (current) setFound(rows);
    });
    return () => {
      current = false;
    };
  }, [text, list, model, reading, salesperson]);

  function add(): void {
    model.add(found.map((one) => rowOf(one, model, words)));
    onClose();
  }
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      onClose={onClose}
      aria-labelledby="week-paste-title"
    >
      <DialogTitle id="week-paste-title">{t("week.paste")}</DialogTitle>
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 2, minHeight: 0 }}
      >
        <TextField
          multiline
          minRows={3}
          maxRows={6}
          autoFocus={props.text === ""}
          sx={{ mt: 0.5 }}
          label={t("week.pasteText")}
          placeholder={t("week.pasteHint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Typography role="status" color="textSecondary">
          {text.trim() === ""
            ? t("week.pasteHow")
            : t("week.pasteCount", { count: found.length })}
        </Typography>
        {found.length > 0 && (
          <Table size="small" aria-label={t("week.pastePreview")}>
            <TableHead>
              <TableRow>
                {(
                  [
                    "when",
                    "who",
                    "outcome",
                    "note",
                    "nextStep",
                    "minutes",
                  ] as const
                ).map((column) => (
                  <TableCell key={column}>{t(`week.col.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {found.map(({ visit, contact }, i) => (
                <TableRow key={i}>
                  <TableCell sx={{ whiteSpace: "nowrap" }}>
                    {visit.when ?? `${words.weekday(visit.day)} ${visit.time}`}
                  </TableCell>
                  <TableCell>
                    {contact ? (
                      <>
                        {contact.name}
                        <Typography
                          component="div"
                          variant="caption"
                          color="textSecondary"
                        >
                          {(contact.type === "person" && contact.companyName) ||
                            contact.city}
                        </Typography>
                      </>
                    ) : (
                      <Typography component="span" color="error">
                        {[visit.person, visit.who].filter(Boolean).join(", ")} (
                        {t("week.pasteNobody")})
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell>
                    {visit.outcome !== "" && t(`evaluation.${visit.outcome}`)}
                  </TableCell>
                  <TableCell sx={{ whiteSpace: "pre-line" }}>
                    {visit.note}
                  </TableCell>
                  <TableCell>{visit.nextStep}</TableCell>
                  <TableCell>{visit.minutes}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          variant="contained"
          disabled={found.length === 0}
          autoFocus={props.text !== ""}
          onClick={add}
        >
          {t("week.pasteAdd", { count: found.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function rowOf(
  { visit, contact, people }: Pasted,
  model: WeekModel,
  words: WeekWords,
): WeekRow {
  const { day, time, when, outcome, note, nextStep, minutes } = visit;
  const blank = model.blankRow(day);
  const kind = fold(visit.kind);
  const template = words.templates.find(
    ({ text, code }) =>
      kind !== "" && (fold(text).startsWith(kind) || fold(code) === kind),
  );
  return {
    ...blank,
    ...{ time, when, outcome, note, nextStep, minutes },
    contactId: contact?.id ?? "",
    attendees: people.map(({ id }) => id),
    who: contact?.name ?? [visit.person, visit.who].filter(Boolean).join(" "),
    template: template?.code ?? blank.template,
  };
}
