import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ColumnCheck } from "../../../shared/table/check-column.ts";
import { formatCount } from "../../ui/format.ts";
import type { ImportSession } from "./import-ports.ts";
import type { ImportState } from "./import-state.ts";
import { Choice } from "./map-columns.tsx";
import { keyOf, wordsOfUse } from "./target-words.ts";
import { withFix } from "./with-fix.ts";

const COUNTRIES = ["CH", "LI", "FR", "DE", "IT", "AT", "GB", "US"] as const;
/** Values of one column that can be mended here; the others go as they are. Those that were mended come on top. */
const SHOWN = 10;

/** What is made right while the rows are read, and what of them does not fit its field. */
export function CleanColumns(props: {
  state: Extract<ImportState, { step: "map" }>;
  session: ImportSession;
}) {
  const { t, i18n } = useTranslation();
  const { state, session } = props;
  const { rules, checked, table } = state;
  useEffect(() => {
    if (checked === null) session.check();
  }, [checked, session]);
  const countries = new Intl.DisplayNames([i18n.language], { type: "region" });
  const hasDays = rules.columns.some(
    (use) => use?.target === "visit.date" || use?.target === "birthday",
  );
  const concerns =
    checked?.filter(
      ({ values, mended }) => values.length + mended.length > 0,
    ) ?? [];
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mt: 0.5 }}>
        <Choice
          label={t("import.country")}
          value={rules.country}
          options={COUNTRIES.map((code) => [code, countries.of(code) ?? code])}
          onChange={(country) => session.setRules({ country })}
        />
        {hasDays && (
          <Choice
            label={t("import.dayOrder")}
            value={rules.dayOrder}
            options={(["day-first", "month-first"] as const).map((order) => [
              order,
              t(`import.dayOrder.${order}`),
            ])}
            onChange={(value) =>
              session.setRules({
                dayOrder: value === "month-first" ? value : "day-first",
              })
            }
          />
        )}
      </Box>
      {hasDays && table.dayOrder === null && (
        <Typography role="status" variant="body2" color="warning">
          {t("import.dayOrderOpen")}
        </Typography>
      )}
      <Box sx={{ display: "flex", flexDirection: "column", my: 1 }}>
        {(["prettyPhones", "properCase"] as const).map((rule) => (
          <FormControlLabel
            key={rule}
            control={
              <Checkbox
                size="small"
                checked={rules[rule]}
                onChange={(_, on) => session.setRules({ [rule]: on })}
              />
            }
            label={t(`import.${rule}`)}
          />
        ))}
      </Box>
      {checked === null ? (
        <Typography role="status" color="textSecondary">
          {t("import.checking")}
        </Typography>
      ) : concerns.length === 0 ? (
        <Typography role="status">{t("import.allClean")}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="textSecondary">
            {t("import.cleanHint")}
          </Typography>
          {concerns.map((column) => (
            <OneColumn key={column.column} {...props} column={column} />
          ))}
        </>
      )}
    </>
  );
}

function OneColumn(props: {
  state: Extract<ImportState, { step: "map" }>;
  session: ImportSession;
  column: ColumnCheck;
}) {
  const { t, i18n } = useTranslation();
  const { rules } = props.state;
  const { column, ok, doubtful, wrong, values, mended } = props.column;
  const heading = rules.head[column] || t("import.columnNo", { n: column + 1 });
  const target = wordsOfUse(keyOf(rules.columns[column] ?? null), i18n);
  const counts = [
    t("import.checkOk", { n: formatCount(ok) }),
    doubtful > 0 && t("import.checkDoubtful", { n: formatCount(doubtful) }),
    wrong > 0 && t("import.checkWrong", { n: formatCount(wrong) }),
  ];
  function fix(from: string, to: string): void {
    if (to === (rules.fixes[column]?.[from] ?? from)) return;
    props.session.setRules({ fixes: withFix(rules.fixes, column, from, to) });
  }
  return (
    <Box component="section" sx={{ mt: 1.5 }}>
      <Typography variant="h3" sx={{ fontSize: 14 }}>
        {heading} → {target}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {counts.filter(Boolean).join(", ")}
      </Typography>
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fill, minmax(280px, 1fr))",
          gap: 1,
          mt: 1,
        }}
      >
        {[...values.slice(0, SHOWN), ...mended].map((value) => (
          <TextField
            key={value}
            size="small"
            label={t("import.fix", { value: value.slice(0, 40) })}
            defaultValue={rules.fixes[column]?.[value] ?? value}
            onBlur={(event) => fix(value, event.target.value)}
          />
        ))}
      </Box>
      {values.length > SHOWN && (
        <Typography variant="caption" color="textSecondary">
          {t("import.moreRows", { n: formatCount(values.length - SHOWN) })}
        </Typography>
      )}
    </Box>
  );
}
