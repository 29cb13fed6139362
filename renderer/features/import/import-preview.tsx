import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Facts, type Fact } from "../../ui/facts.tsx";
import { formatCount } from "../../ui/format.ts";
import type { Preview } from "./import-state.ts";
import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import { KnownChoice } from "./match-known.tsx";
import { importWords } from "./import-wording.ts";
import { PreviewTable } from "./preview-table.tsx";

/** What would come in, card by card; nothing is written before the button (ux.md 3.22). */
export function ImportPreview(props: {
  preview: Preview;
  known: KnownMode;
  onKnown(known: KnownMode): void;
  onImport(): void;
  /** Another file waits, and comes instead. */
  hasNext: boolean;
  onBack(): void;
}) {
  const { t, i18n } = useTranslation();
  const { preview } = props;
  const { verdicts } = preview;
  const [shown, setShown] = useState<"all" | "concerns">("all");
  const makes =
    preview.companies + preview.persons + preview.updates + preview.visits;
  const left = verdicts.bad + verdicts.refused;
  const concerns = left + preview.withProblems;
  const rows = shown === "all" ? preview.rows : preview.concerns;
  const total = shown === "all" ? preview.cards : concerns;
  const here = verdicts.same + verdicts.different;
  const isKnown = here + verdicts.update > 0;
  return (
    <>
      <Facts
        row
        facts={[
          ...fact(
            preview.isTable ? "import.rows" : "import.cards",
            preview.cards,
            true,
          ),
          ...fact("import.newPersons", preview.persons, true),
          ...fact("import.newCompanies", preview.companies, true),
          ...fact("import.updates", preview.updates),
          ...fact("import.visits", preview.visits),
          ...fact("import.here", here),
          ...fact("import.twice", verdicts.twice),
          ...fact("import.left", left),
          ...(preview.photos === 0
            ? []
            : [
                {
                  name: t("import.photos"),
                  value: t("import.photosHint", { count: preview.photos }),
                },
              ]),
        ]}
      />
      {isKnown && (
        <Box sx={{ mt: 1.5 }}>
          <KnownChoice row known={props.known} onChange={props.onKnown} />
        </Box>
      )}
      <Tabs
        value={shown}
        onChange={(_, to: "all" | "concerns") => setShown(to)}
        aria-label={t("import.show")}
        sx={{ mt: 1.5, mb: 1 }}
      >
        <Tab
          value="all"
          id="import-tab-all"
          aria-controls="import-cards"
          label={`${t("import.all")} ${formatCount(preview.cards)}`}
        />
        <Tab
          value="concerns"
          id="import-tab-concerns"
          aria-controls="import-cards"
          label={`${t("import.concerns")} ${formatCount(concerns)}`}
        />
      </Tabs>
      <Box
        role="tabpanel"
        id="import-cards"
        aria-labelledby={`import-tab-${shown}`}
      >
        {rows.length === 0 ? (
          <Typography color="textSecondary" sx={{ py: 2 }}>
            {t("import.noConcerns")}
          </Typography>
        ) : (
          <PreviewTable
            key={shown}
            rows={rows}
            isTable={preview.isTable}
            label={t("import.show")}
          />
        )}
        {total > rows.length && (
          <Typography variant="caption" color="textSecondary">
            {t("import.moreRows", { n: formatCount(total - rows.length) })}
          </Typography>
        )}
      </Box>
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          flexWrap: "wrap",
          gap: 1,
          mt: 2,
        }}
      >
        {makes > 0 ? (
          <Button variant="contained" onClick={props.onImport}>
            {importWords(preview, i18n)}
          </Button>
        ) : (
          <Typography sx={{ fontWeight: 550 }}>
            {t(here > 0 ? "import.nothingNew" : "import.nothingUsable")}
          </Typography>
        )}
        <Button color="inherit" onClick={props.onBack}>
          {t(
            preview.isTable
              ? "import.back"
              : props.hasNext
                ? "import.next"
                : "import.another",
          )}
        </Button>
      </Box>
    </>
  );

  function fact(
    name:
      | "import.cards"
      | "import.newPersons"
      | "import.newCompanies"
      | "import.here"
      | "import.rows"
      | "import.updates"
      | "import.visits"
      | "import.twice"
      | "import.left",
    count: number,
    always = false,
  ): readonly Fact[] {
    return count > 0 || always
      ? [{ name: t(name), value: formatCount(count) }]
      : [];
  }
}
