import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import type { ImportSession } from "./import-ports.ts";
import type { ImportState } from "./import-state.ts";
import { Choice } from "./map-columns.tsx";

const MODES: readonly KnownMode[] = ["fill", "overwrite", "leave"];

/** What contacts that are here are recognised by, and what becomes of them. */
export function MatchKnown(props: {
  state: Extract<ImportState, { step: "map" }>;
  session: ImportSession;
}) {
  const { t } = useTranslation();
  const { state, session } = props;
  const { rules } = state;
  const key = rules.columns.findIndex((use) => use?.target === "externalId");
  function choose(value: string): void {
    const at = Number(value);
    session.setRules({
      columns: rules.columns.map((use, i) => {
        if (i === at) return { target: "externalId" };
        return use?.target === "externalId" ? null : use;
      }),
    });
  }
  return (
    <>
      <Choice
        label={t("import.matchBy")}
        value={String(key)}
        options={[
          ["-1", t("import.matchRules")],
          ...rules.head.map(
            (heading, i) =>
              [
                String(i),
                heading || t("import.columnNo", { n: i + 1 }),
              ] as const,
          ),
        ]}
        onChange={choose}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5, mb: 2 }}>
        {t("import.matchHint")}
      </Typography>
      <KnownChoice
        known={state.known}
        onChange={(known) => session.setRules({}, known)}
      />
    </>
  );
}

export function KnownChoice(props: {
  known: KnownMode;
  row?: boolean;
  onChange(known: KnownMode): void;
}) {
  const { t } = useTranslation();
  return (
    <FormControl>
      <FormLabel id="import-known">{t("import.known")}</FormLabel>
      <RadioGroup
        row={props.row ?? false}
        aria-labelledby="import-known"
        value={props.known}
        onChange={(_, value) => {
          const known = MODES.find((mode) => mode === value);
          if (known) props.onChange(known);
        }}
      >
        {MODES.map((mode) => (
          <FormControlLabel
            key={mode}
            value={mode}
            control={<Radio size="small" />}
            label={t(`import.known.${mode}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
