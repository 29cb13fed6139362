import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Button from "@mui/material/Button";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { PastImport } from "../../local-store/past-imports.ts";
import { formatCount, formatMoment } from "../../ui/format.ts";
import { Line, Lines, type ContactLink } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useNow } from "../../ui/use-now.ts";
import { undoOf, type Around } from "./import-state.ts";
import { undoWords } from "./import-wording.ts";
import { KeptContacts } from "./kept-contacts.tsx";

/** The imports of the last 90 days, each with the way back. */
export function PastImports(props: {
  around: Around;
  link: ContactLink;
  onUndo(importId: string): void;
}) {
  const { t } = useTranslation();
  const { imports } = props.around;
  if (imports.length === 0) return null;
  return (
    <Section
      id="past-imports"
      title={t("import.past")}
      hint={t("import.pastHint")}
    >
      <Lines label={t("import.past")}>
        {imports.map((past) => (
          <PastLine key={past.id} past={past} {...props} />
        ))}
      </Lines>
    </Section>
  );
}

function PastLine(props: {
  past: PastImport;
  around: Around;
  link: ContactLink;
  onUndo(importId: string): void;
}) {
  const { t, i18n } = useTranslation();
  const now = useNow(60_000);
  const titleId = useId();
  const { past, around } = props;
  const undo = undoOf(around, past.id);
  const { end } = past;
  const facts = [
    formatMoment(past.at, now),
    t("import.pastMade", {
      persons: formatCount(past.persons),
      companies: formatCount(past.companies),
    }),
    (past.updates ?? 0) > 0 &&
      t("import.pastUpdates", { n: formatCount(past.updates ?? 0) }),
    end === "interrupted" || end === "running"
      ? t("import.cutOff")
      : end !== "complete" && t(`import.end.${end}`),
  ];
  return (
    <Line
      id={past.id}
      titleId={titleId}
      title={past.fileName}
      meta={
        <>
          {facts.filter(Boolean).join(" · ")}
          {undo === "failed" && <div>{t("import.undoFailed")}</div>}
          <KeptContacts undone={past.undone} link={props.link} />
        </>
      }
      end={
        past.undone ? (
          t("import.pastUndone")
        ) : (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            aria-describedby={titleId}
            disabled={around.undoing !== null}
            onClick={() => props.onUndo(past.id)}
          >
            {undo === "running"
              ? undoWords(around.undoing, i18n)
              : t("import.pastUndo")}
          </Button>
        )
      }
    />
  );
}

/** The last import was cut off by a crash or a restart: what of it is here, and the two ways on. */
export function CutOffImport(props: {
  around: Around;
  onUndo(importId: string): void;
}) {
  const { t, i18n } = useTranslation();
  const { around } = props;
  const [last] = around.imports;
  if (last?.end !== "interrupted" || last.undone) return null;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      action={
        <Button
          color="inherit"
          size="small"
          disabled={around.undoing !== null}
          onClick={() => props.onUndo(last.id)}
          sx={{ whiteSpace: "nowrap" }}
        >
          {undoOf(around, last.id) === "running"
            ? undoWords(around.undoing, i18n)
            : t("import.undo")}
        </Button>
      }
    >
      <AlertTitle>
        {t("import.cutOffTitle", { file: last.fileName })}
      </AlertTitle>
      {t("import.cutOffText", {
        n: formatCount(last.persons + last.companies),
      })}
    </Alert>
  );
}
