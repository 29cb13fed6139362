import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import { useTranslation } from "react-i18next";
import type { FieldChange } from "./outbox-records.ts";
import { fieldWord, valueWord } from "./field-words.ts";

/** Field, before, after. */
export function FieldTable({ fields }: { fields: readonly FieldChange[] }) {
  const { t, i18n } = useTranslation();
  const cell = { overflowWrap: "anywhere", verticalAlign: "top" } as const;
  return (
    <Table size="small" sx={{ tableLayout: "fixed" }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: "26%" }}>{t("syncPage.field")}</TableCell>
          <TableCell>{t("syncPage.old")}</TableCell>
          <TableCell>{t("syncPage.new")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map((field, index) => (
          <TableRow key={`${index}/${field.path}`}>
            <TableCell component="th" scope="row" sx={cell}>
              {fieldWord(i18n, field.path)}
            </TableCell>
            <TableCell sx={{ ...cell, color: "text.secondary" }}>
              {valueWord(i18n, field.before)}
            </TableCell>
            <TableCell sx={cell}>{valueWord(i18n, field.after)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
