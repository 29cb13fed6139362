import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { CHARSETS } from "../../../shared/table/guess-charset.ts";
import type { ImportSession } from "./import-ports.ts";
import type { ImportState } from "./import-state.ts";
import type { TableShape } from "./table-file.ts";
import { keyOf, USES, chosenUse, wordsOfUse } from "./target-words.ts";
import { LEAST, useRoomLeft } from "./use-room-left.ts";

const EXAMPLES = 3;

const SEPARATORS = [
  [";", "semicolon"],
  [",", "comma"],
  ["\t", "tab"],
  ["|", "bar"],
] as const;

/** Each column with what stands in it and what it becomes; how the file was told apart stands above. */
export function MapColumns(props: {
  state: Extract<ImportState, { step: "map" }>;
  session: ImportSession;
}) {
  const { t, i18n } = useTranslation();
  const { table, rules, remembered } = props.state;
  const scroller = useRef<HTMLDivElement>(null);
  useRoomLeft(scroller);
  const options = USES.map((key) => [key, wordsOfUse(key, i18n)] as const);
  function choose(column: number, key: string): void {
    const columns = rules.columns.map((use, i) =>
      i === column ? chosenUse(key, use) : use,
    );
    props.session.setRules({ columns });
  }
  return (
    <>
      <Shape {...props} />
      {(table.program !== null || remembered) && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {[
            table.program !== null &&
              `${t(`import.from.${table.program as "outlook"}`)}.`,
            remembered && t("import.remembered"),
          ]
            .filter(Boolean)
            .join(" ")}
        </Typography>
      )}
      <Box
        ref={scroller}
        sx={{
          maxHeight: LEAST,
          overflow: "auto",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
        }}
        tabIndex={0}
        role="region"
        aria-label={t("import.step.columns")}
      >
        <Box component="table" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">{t("import.tableColumn")}</th>
              <th scope="col">{t("import.examples")}</th>
              <th scope="col">{t("import.target")}</th>
            </tr>
          </thead>
          <tbody>
            {table.head.map((heading, i) => {
              const use = rules.columns[i] ?? null;
              const name = heading || t("import.columnNo", { n: i + 1 });
              return (
                <tr key={i}>
                  <th scope="row">{name}</th>
                  <td>{examplesOf(table.rows, i).join(" · ")}</td>
                  <td>
                    <TextField
                      select
                      size="small"
                      fullWidth
                      value={keyOf(use)}
                      slotProps={{
                        select: { native: false, displayEmpty: true },
                        htmlInput: { "aria-label": name },
                      }}
                      onChange={(event) => choose(i, event.target.value)}
                      sx={use ? {} : { opacity: 0.75 }}
                    >
                      <MenuItem value="">{t("import.target.none")}</MenuItem>
                      {options.map(([key, words]) => (
                        <MenuItem key={key} value={key} dense>
                          {words}
                        </MenuItem>
                      ))}
                    </TextField>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Box>
      </Box>
      <FormControlLabel
        sx={{ mt: 0.5 }}
        control={
          <Checkbox
            size="small"
            checked={rules.restToComment}
            onChange={(_, restToComment) =>
              props.session.setRules({ restToComment })
            }
          />
        }
        label={t("import.restToComment")}
      />
    </>
  );
}

const tableStyle = {
  width: "100%",
  borderCollapse: "collapse",
  tableLayout: "fixed",
  fontSize: 13,
  "& th, & td": {
    textAlign: "left",
    px: 1.5,
    py: 0.5,
    borderBottom: 1,
    borderColor: "divider",
    overflowWrap: "anywhere",
    fontWeight: 400,
  },
  "& tbody th": { fontWeight: 550 },
  "& td:nth-of-type(1)": { color: "text.secondary" },
  "& thead th": {
    position: "sticky",
    top: 0,
    zIndex: 1,
    bgcolor: "surface.sunken",
    color: "text.secondary",
    fontSize: 12,
    py: 0.75,
  },
} as const;

/** The first that say anything different: a column is often empty, or the same, where it begins. */
function examplesOf(
  rows: readonly (readonly string[])[],
  column: number,
): readonly string[] {
  const values = rows.map((cells) => (cells[column] ?? "").trim());
  const said = new Set(values.filter((value) => value !== ""));
  return [...said]
    .slice(0, EXAMPLES)
    .map((value) => (value.length > 60 ? `${value.slice(0, 59)}…` : value));
}

/** Charset, separator, sheet and headings as they were guessed; another choice shows at once. */
function Shape(props: {
  state: Extract<ImportState, { step: "map" }>;
  session: ImportSession;
}) {
  const { t } = useTranslation();
  const { table } = props.state;
  const { shape, sheets } = table;
  const isText = shape.format === "csv";
  const change = (changed: Partial<TableShape>) =>
    props.session.reshape(changed);
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mb: 1.5 }}>
      {isText && (
        <Choice
          label={t("import.charset")}
          value={shape.charset}
          options={CHARSETS.map((one) => [one, t(`import.charset.${one}`)])}
          onChange={(value) => {
            const charset = CHARSETS.find((one) => one === value);
            if (charset) change({ charset });
          }}
        />
      )}
      {isText && (
        <Choice
          label={t("import.separator")}
          value={shape.separator}
          options={SEPARATORS.map(([sign, word]) => [
            sign,
            t(`import.separator.${word}`),
          ])}
          onChange={(separator) => change({ separator })}
        />
      )}
      {sheets.length > 1 && (
        <Choice
          label={t("import.sheet")}
          value={String(shape.sheet)}
          options={sheets.map((name, i) => [String(i), name])}
          onChange={(value) => change({ sheet: Number(value) })}
        />
      )}
      <Choice
        label={t("import.headRow")}
        value={String(shape.headRow)}
        options={[-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((row) => [
          String(row),
          row < 0
            ? t("import.headRow.none")
            : t("import.headRow.row", { n: row + 1 }),
        ])}
        onChange={(value) => change({ headRow: Number(value) })}
      />
    </Box>
  );
}

export function Choice(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}) {
  const known = props.options.some(([value]) => value === props.value);
  return (
    <TextField
      select
      size="small"
      fullWidth={false}
      label={props.label}
      value={known ? props.value : ""}
      onChange={(event) => props.onChange(event.target.value)}
      sx={{ minWidth: 230 }}
    >
      {props.options.map(([value, words]) => (
        <MenuItem key={value} value={value}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
