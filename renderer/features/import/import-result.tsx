import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/facts.tsx";
import { writeFile } from "../../platform/save-file.ts";
import { formatCount } from "../../ui/format.ts";
import type { ContactLink } from "../../ui/lines.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { undoOf, type ImportState } from "./import-state.ts";
import { KeptContacts } from "./kept-contacts.tsx";
import { failedText, undoWords } from "./import-wording.ts";

/** What was written, and the way back. An import that ended early says the same of its part. */
export function ImportResult(props: {
  result: Extract<ImportState, { step: "result" }>;
  /** A made contact, to open. */
  link: ContactLink;
  onUndo(importId: string): void;
  onAnother(): void;
}) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const { written, end, importId, waiting, failed } = props.result;
  const made =
    written.companies + written.persons + written.updates + written.visits;
  const created = written.companies + written.persons;
  const undo = undoOf(props.result, importId ?? "");
  const gone = undo === "done";
  const past = props.result.imports.find(({ id }) => id === importId);
  const running = props.result.undoing !== null;
  async function saveFailed(text: string): Promise<void> {
    const written = await writeFile(`${t("import.failedName")}.csv`, text);
    if (written === "saved") notify({ text: t("import.failedSaved") });
    if (written === "failed") notify({ text: t("export.failed") });
  }
  return (
    <>
      {gone ? (
        <>
          <Typography role="status">{t("import.undone")}</Typography>
          <KeptContacts undone={past?.undone} link={props.link} />
        </>
      ) : made === 0 ? (
        <Typography>{t("import.madeNothing")}</Typography>
      ) : (
        <>
          {end !== "complete" && (
            <Typography sx={{ mb: 1.5 }}>{t("import.partHint")}</Typography>
          )}
          <Facts
            row
            facts={[
              {
                name: t("import.newPersons"),
                value: formatCount(written.persons),
              },
              {
                name: t("import.newCompanies"),
                value: formatCount(written.companies),
              },
              ...(["updates", "visits"] as const).flatMap((what) =>
                written[what] > 0
                  ? [
                      {
                        name: t(`import.${what}`),
                        value: formatCount(written[what]),
                      },
                    ]
                  : [],
              ),
              ...(failed !== null && failed.rows.length > 0
                ? [
                    {
                      name: t("import.left"),
                      value: formatCount(failed.rows.length),
                    },
                  ]
                : []),
              ...(written.pictures > 0
                ? [
                    {
                      name: t("import.photos"),
                      value: t("import.photosReduced", {
                        count: written.pictures,
                      }),
                    },
                  ]
                : []),
              ...(written.badPhotos.count > 0
                ? [
                    {
                      name: t("import.photosBad"),
                      value: badPhotoWords(written.badPhotos),
                    },
                  ]
                : []),
            ]}
          />
          <Typography variant="h3" sx={{ mt: 2 }}>
            {t("import.made")}
          </Typography>
          <Box
            component="ul"
            sx={{
              m: 0,
              mt: 0.5,
              pl: 2.5,
              maxHeight: 220,
              overflowY: "auto",
              display: "grid",
              gridTemplateColumns: "repeat(auto-fill, minmax(260px, 1fr))",
              fontSize: 13.5,
            }}
          >
            {written.first.map((contact) => (
              <li key={contact.id}>{props.link(contact)}</li>
            ))}
          </Box>
          {created > written.first.length && (
            <Typography variant="caption" color="textSecondary">
              {t("import.moreRows", {
                n: formatCount(created - written.first.length),
              })}
            </Typography>
          )}
          <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
            {t("import.undoHint")}{" "}
            {written.updates > 0 && t("import.undoHintUpdates")}
          </Typography>
          {undo === "failed" && (
            <Typography variant="body2" sx={{ color: "error.main" }}>
              {t("import.undoFailed")}
            </Typography>
          )}
        </>
      )}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1.5 }}>
        {!gone && importId !== null && (
          <Button
            variant="outlined"
            color="inherit"
            disabled={running}
            onClick={() => props.onUndo(importId)}
          >
            {undo === "running"
              ? undoWords(props.result.undoing, i18n)
              : t("import.undo")}
          </Button>
        )}
        {failed !== null && failed.rows.length > 0 && (
          <Button
            variant="outlined"
            color="inherit"
            onClick={() => void saveFailed(failedText(failed, i18n))}
          >
            {t("import.failedFile")}
          </Button>
        )}
        <Button
          variant="contained"
          disabled={running}
          onClick={props.onAnother}
        >
          {t(waiting.length > 0 ? "import.next" : "import.another")}
        </Button>
      </Box>
      {running && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t("import.undoWait")}
        </Typography>
      )}
    </>
  );
}

/** How many, and of whom, as far as they are known. */
function badPhotoWords({
  count,
  first,
}: Extract<ImportState, { step: "result" }>["written"]["badPhotos"]): string {
  const rest = count > first.length ? ", …" : "";
  return `${formatCount(count)} (${first.join(", ")}${rest})`;
}
