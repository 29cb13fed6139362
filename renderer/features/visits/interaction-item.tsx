import Button from "@mui/material/Button";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatAmount, formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { EvaluationMark } from "./evaluation-mark.tsx";
import { InteractionMenu } from "./interaction-menu.tsx";
import { TimelineEntry } from "./timeline-entry.tsx";
import type { TimelineMark } from "./timeline-marks.tsx";
import type { FilesOfVisits } from "./use-visit-files.ts";
import { VisitFiles } from "./visit-files.tsx";

/** A visit, a call, a letter: when, what came of it, how long and how dear. */
export const InteractionItem = memo(function InteractionItem(props: {
  interaction: Interaction;
  who: string | undefined;
  amended: boolean;
  files: FilesOfVisits;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const commands = useCommands();
  const { language, today, owner } = useSession();
  const { interaction } = props;
  const files = props.files.byVisit.get(interaction.id) ?? [];
  const template =
    interaction.template === undefined
      ? null
      : codes.find("interactionTemplate", interaction.template);
  const kind = template ? codeText(template, language) : t("visit.interaction");
  const own =
    interaction.description !== undefined &&
    interaction.description !== template?.description;
  const facts = [
    own && kind,
    interaction.durationMin !== undefined &&
      t("visit.minutes", { n: interaction.durationMin }),
    interaction.costMinor !== undefined &&
      interaction.costMinor > 0 &&
      t("visit.cost", { amount: formatAmount(interaction.costMinor) }),
    interaction.salesperson &&
      interaction.salesperson !== owner.salesperson &&
      codes.text("salesperson", interaction.salesperson, language),
    interaction.postponed && t("visit.postponed"),
    interaction.canceled && t("visit.canceled"),
    props.amended && t("visit.amended"),
  ].filter(Boolean);
  const when = [
    formatWeekday(interaction.date, language, today),
    interaction.time,
  ]
    .filter(Boolean)
    .join(", ");
  const title = own ? (interaction.description ?? kind) : kind;
  return (
    <TimelineEntry
      icon={markOf(interaction)}
      title={title}
      when={when}
      who={props.who}
      muted={interaction.canceled === true || props.amended}
      onHistory={() =>
        commands.openHistory({
          c: "interactions",
          id: interaction.id,
          title: `${title} · ${when}`,
        })
      }
      menu={
        <InteractionMenu
          interaction={interaction}
          title={title}
          amended={props.amended}
        />
      }
    >
      {interaction.result && <p className="result">{interaction.result}</p>}
      <div className="facts">
        <EvaluationMark interaction={interaction} />
        <span>{facts.join(" · ")}</span>
        {interaction.postponed === true && interaction.canceled !== true && (
          <Button
            size="small"
            onClick={() =>
              commands.logVisit(interaction.contactId, {
                again: interaction.id,
              })
            }
          >
            {t("interaction.finish")}
          </Button>
        )}
      </div>
      {files.length > 0 && (
        <VisitFiles files={files} standing={props.files.standing} />
      )}
    </TimelineEntry>
  );
});

function markOf(interaction: Interaction): TimelineMark {
  switch (interaction.group) {
    case "PHONE":
      return interaction.flow === "in" ? "callIn" : "callOut";
    case "LETTER":
    case "SYSTEM":
      return "letter";
    case "MEETING":
      return "meeting";
    default:
      return "talk";
  }
}
