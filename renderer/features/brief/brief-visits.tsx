import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import { formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { BriefList } from "./brief-list.tsx";
import type { BriefLimits } from "./brief-limits.ts";
import type { ShownBrief } from "./read-brief.ts";

/** The last visits and calls, with what came of them and what was to follow. */
export function BriefVisits(props: { brief: ShownBrief; most: BriefLimits }) {
  const { t } = useTranslation();
  const { brief, most } = props;
  return (
    <BriefList
      title={t("brief.visits")}
      none={t("brief.noVisits")}
      all={brief.visits}
      most={most.visits}
      line={(visit) => <Visit visit={visit} brief={brief} lines={most.lines} />}
    />
  );
}

function Visit(props: {
  visit: Interaction;
  brief: ShownBrief;
  lines: number;
}) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const { visit, brief } = props;
  const { codes } = brief;
  const { template, evaluation, attemptFailed, salesperson } = visit;
  const next = brief.tasks.find((task) => task.interactionId === visit.id);
  const facts = [
    template && codes.text("interactionTemplate", template, language),
    visit.contactId !== brief.contact.id && brief.names.get(visit.contactId),
    attemptFailed === true
      ? t("evaluation.notReached")
      : evaluation && t(`evaluation.${evaluation}`),
    salesperson && codes.text("salesperson", salesperson, language),
  ].filter(Boolean);
  return (
    <>
      <div>
        <span className="strong">
          {formatWeekday(visit.date, language, today)}
        </span>{" "}
        <span className="quiet">{facts.join(" · ")}</span>
      </div>
      {visit.result && (
        <Box
          sx={{
            display: "-webkit-box",
            WebkitBoxOrient: "vertical",
            WebkitLineClamp: props.lines,
            overflow: "hidden",
          }}
        >
          {visit.result}
        </Box>
      )}
      {next && (
        <div>
          → {next.description}{" "}
          <span className="quiet">
            {formatWeekday(next.date, language, today)}
          </span>
        </div>
      )}
    </>
  );
}
