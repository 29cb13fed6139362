import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import LinearProgress from "@mui/material/LinearProgress";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  bulkSets,
  bulkTexts,
  type BulkEdit,
  type BulkSet,
  type BulkText,
} from "../../../shared/domain/bulk-edit.ts";
import type { CodeKind } from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatCount } from "../../ui/format.ts";
import { ListPaper, ListPicker } from "../../ui/list-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { BulkPreviewTable } from "./bulk-preview-table.tsx";
import type { CellWords } from "./cell-text.ts";
import { useBulk } from "./use-bulk.ts";

type Field = BulkText | BulkSet;
type Operation = BulkEdit["op"];

const LISTS: Partial<Readonly<Record<Field, CodeKind>>> = {
  country: "country",
  salesperson: "salesperson",
  territory: "territory",
  language: "language",
  salutation: "salutation",
  currency: "currency",
  orgLevel: "orgLevel",
  mailingGroups: "mailingGroup",
  industryGroups: "industryGroup",
  responsibilities: "jobResponsibility",
};

function isSet(field: Field): field is BulkSet {
  return (bulkSets as readonly Field[]).includes(field);
}

function operationsOf(field: Field): readonly Operation[] {
  return isSet(field)
    ? ["add", "remove", "clear"]
    : LISTS[field] || field === "correspondence"
      ? ["set", "clear"]
      : ["set", "clear", "replace"];
}

/** The edit that the fields describe; null = not yet one. */
function editOf(
  field: Field,
  op: Operation,
  value: string,
  find: string,
): BulkEdit | null {
  if (op === "clear") return { op, field };
  if (op === "add" || op === "remove")
    return isSet(field) && value !== "" ? { op, field, value } : null;
  if (isSet(field)) return null;
  if (op === "set") return value.trim() === "" ? null : { op, field, value };
  return find === "" ? null : { op, field, find, value };
}

/** One thing for many contacts: field, operation, and what would become of them before it happens (ux.md 5(b)7). */
export function BulkDialog(props: {
  ids: readonly string[];
  words: CellWords;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { ids, words } = props;
  const titleId = useId();
  const [field, setField] = useState<Field>("salesperson");
  const [op, setOp] = useState<Operation>("set");
  const [value, setValue] = useState("");
  const [find, setFind] = useState("");
  const bulk = useBulk(ids, editOf(field, op, value, find), props.onClose);
  const { preview, counted, progress } = bulk;
  const list = LISTS[field];

  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
      onClose={() => {
        if (progress === null) props.onClose();
      }}
    >
      <DialogTitle id={titleId}>
        {t("bulk.title", { count: ids.length })}
      </DialogTitle>
      <DialogContent>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mt: 1 }}>
          <TextField
            select
            autoFocus
            label={t("bulk.field")}
            value={field}
            disabled={progress !== null}
            onChange={({ target }) => {
              const next = target.value as Field;
              setField(next);
              setValue("");
              setOp(operationsOf(next)[0] ?? "set");
            }}
            sx={{ width: 230 }}
          >
            {[...bulkSets, ...bulkTexts].map((one) => (
              <MenuItem key={one} value={one}>
                {t(`field.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={t("bulk.operation")}
            value={op}
            disabled={progress !== null}
            onChange={({ target }) => setOp(target.value as Operation)}
            sx={{ width: 210 }}
          >
            {operationsOf(field).map((one) => (
              <MenuItem key={one} value={one}>
                {t(`bulk.op.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {op === "replace" && (
            <TextField
              label={t("bulk.find")}
              value={find}
              disabled={progress !== null}
              onChange={({ target }) => setFind(target.value)}
              sx={{ width: 200 }}
            />
          )}
          {op !== "clear" &&
            (list ? (
              <CodeField
                key={field}
                list={list}
                value={value}
                disabled={progress !== null}
                onValue={setValue}
              />
            ) : field === "correspondence" ? (
              <TextField
                select
                label={t("bulk.value")}
                value={value}
                onChange={({ target }) => setValue(target.value)}
                sx={{ width: 230 }}
              >
                {(["hardCopy", "email"] as const).map((one) => (
                  <MenuItem key={one} value={one}>
                    {t(`correspondence.${one}`)}
                  </MenuItem>
                ))}
              </TextField>
            ) : (
              <TextField
                label={t(op === "replace" ? "bulk.replaceBy" : "bulk.value")}
                value={value}
                disabled={progress !== null}
                onChange={({ target }) => setValue(target.value)}
                sx={{ width: 230 }}
              />
            ))}
        </Box>
        <Typography
          role="status"
          variant="body2"
          sx={{ mt: 2, minHeight: 20, fontWeight: preview ? 600 : 450 }}
        >
          {preview
            ? [
                t("bulk.changed", { count: preview.changed }),
                t("bulk.unchanged", { count: preview.unchanged }),
                t("bulk.invalid", { count: preview.invalid }),
              ].join(" · ")
            : counted === null
              ? t("bulk.choose")
              : t("bulk.counting", {
                  n: formatCount(counted),
                  of: formatCount(ids.length),
                })}
        </Typography>
        {preview && preview.lines.length > 0 && (
          <BulkPreviewTable
            preview={preview}
            list={list ?? null}
            words={words}
          />
        )}
        {progress !== null && (
          <Box sx={{ mt: 2 }}>
            <LinearProgress
              variant="determinate"
              aria-label={t("bulk.title", { count: ids.length })}
              value={(100 * progress) / Math.max(1, ids.length)}
            />
            <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
              {t("bulk.progress", {
                n: formatCount(progress),
                of: formatCount(ids.length),
              })}
            </Typography>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        {progress === null ? (
          <Button color="inherit" onClick={props.onClose}>
            {t("cancel")}
          </Button>
        ) : (
          <Button color="inherit" onClick={bulk.stop}>
            {t("bulk.stop")}
          </Button>
        )}
        <Button
          variant="contained"
          disabled={!preview || preview.changed === 0 || progress !== null}
          onClick={() => void bulk.run()}
        >
          {preview ? t("bulk.run", { count: preview.changed }) : t("list.edit")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function CodeField(props: {
  list: CodeKind;
  value: string;
  disabled: boolean;
  onValue(value: string): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const { list, value } = props;
  return (
    <ListPicker kind={list}>
      <Autocomplete
        slots={{ paper: ListPaper }}
        openOnFocus
        autoHighlight
        disabled={props.disabled}
        value={value === "" ? null : value}
        options={codes
          .of(list)
          .filter(({ inactive }) => inactive !== true)
          .map(({ code }) => code)}
        getOptionLabel={(code) => codes.text(list, code, language)}
        onChange={(_, code) => props.onValue(code ?? "")}
        renderInput={(params) => (
          <TextField {...params} label={t("bulk.value")} />
        )}
        sx={{ width: 260 }}
      />
    </ListPicker>
  );
}
