import MenuItem from "@mui/material/MenuItem";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  LABEL_SHEETS,
  type LabelSheetName,
} from "../../../shared/domain/label-sheet.ts";

export interface LabelChoice {
  readonly sheet: LabelSheetName;
  readonly first: number;
  readonly to: "pdf" | "print";
}

const NAMES = Object.keys(LABEL_SHEETS) as LabelSheetName[];

/** On which labels or envelope, and from which place of a sheet that was begun. */
export function LabelDialog(props: {
  onClose(): void;
  onPrint(choice: LabelChoice): void;
}) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<LabelSheetName>("L7160");
  const [typed, setTyped] = useState("1");
  const { columns, rows } = LABEL_SHEETS[sheet];
  const places = columns * rows;
  const first = Number(typed);
  const fits = Number.isInteger(first) && first >= 1 && first <= places;
  const print = (to: LabelChoice["to"]) =>
    props.onPrint({ sheet, first: places === 1 ? 1 : first, to });
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{t("export.labelsTitle")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2, pt: "8px !important" }}>
        <TextField
          select
          label={t("export.labelSheet")}
          value={sheet}
          onChange={(event) => {
            const name = NAMES.find((one) => one === event.target.value);
            if (name) setSheet(name);
          }}
        >
          {NAMES.map((name) => (
            <MenuItem key={name} value={name}>
              {t(`export.sheet.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        {places > 1 && (
          <TextField
            label={t("export.labelFirst", { of: places })}
            value={typed}
            error={!fits}
            slotProps={{ htmlInput: { inputMode: "numeric" } }}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button
          variant="outlined"
          disabled={!fits && places > 1}
          onClick={() => print("pdf")}
        >
          {t("export.labelsPdf")}
        </Button>
        <Button
          variant="contained"
          disabled={!fits && places > 1}
          onClick={() => print("print")}
        >
          {t("export.print")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
