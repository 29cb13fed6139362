import EditNoteRounded from "@mui/icons-material/EditNoteRounded";
import Button from "@mui/material/Button";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { isoWeek } from "../../../shared/domain/week/iso-week.ts";
import { useOpenWeeks, type OpenWeek } from "../../local-store/week-drafts.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatMoment } from "../../ui/format.ts";
import { FocusKeeper, Line, Lines } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { useNow } from "../../ui/use-now.ts";
import type { KeptForm } from "./kept-forms.ts";
import { useKeptForms } from "./use-kept-forms.ts";

/** What somebody began to type here and did not save; nothing is shown where there is nothing. */
export function DraftList() {
  const { t } = useTranslation();
  const forms = useKeptForms();
  const { today } = useSession();
  const weeks = useOpenWeeks(today);
  if (forms.length + weeks.length === 0) return null;
  return (
    <Section id="drafts" title={t("today.drafts")} hint={t("today.draftsHint")}>
      <FocusKeeper>
        <Lines label={t("today.drafts")}>
          {weeks.map((week) => (
            <WeekDraftLine key={week.monday} week={week} />
          ))}
          {forms.map((form) => (
            <DraftLine key={form.id} form={form} />
          ))}
        </Lines>
      </FocusKeeper>
    </Section>
  );
}

/** Rows of a week that wait for Save all. */
function WeekDraftLine({ week }: { week: OpenWeek }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const commands = useCommands();
  const titleId = useId();
  return (
    <Line
      id={week.monday}
      mark={
        <EditNoteRounded
          aria-hidden
          sx={{ fontSize: 22, color: "warning.main" }}
        />
      }
      titleId={titleId}
      title={t("week.title", { n: isoWeek(week.monday).week })}
      meta={[
        t("today.draftRows", { count: week.rows }),
        formatMoment(Date.parse(week.savedAt), now),
      ].join(" · ")}
      end={
        <Button
          size="small"
          variant="outlined"
          aria-describedby={titleId}
          onClick={() => commands.openWeek(week.monday)}
        >
          {t("today.goOn")}
        </Button>
      }
    />
  );
}

function DraftLine({ form }: { form: KeptForm }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const commands = useCommands();
  const titleId = useId();
  const kind =
    form.kind === "visit"
      ? t("today.draftVisit")
      : form.kind === "card"
        ? t("today.draftCard")
        : t(`create.${form.kind}Title`);

  function goOn(): void {
    switch (form.kind) {
      case "visit":
        return commands.logVisit(form.contactId ?? "");
      case "card":
        return commands.openContact(form.contactId ?? "");
      case "company":
        return commands.newCompany();
      case "person":
        return commands.newPerson(form.contactId);
      case "independent":
        return commands.newIndependent();
    }
  }
  return (
    <Line
      id={form.id}
      mark={
        <EditNoteRounded
          aria-hidden
          sx={{ fontSize: 22, color: "warning.main" }}
        />
      }
      titleId={titleId}
      title={form.name === "" ? kind : form.name}
      meta={[
        form.name !== "" && kind,
        formatMoment(Date.parse(form.savedAt), now),
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        <Button
          size="small"
          variant="outlined"
          aria-describedby={titleId}
          onClick={goOn}
        >
          {t("today.goOn")}
        </Button>
      }
    />
  );
}
