import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import type { SentenceProposal } from "../../../shared/domain/sentence/read-sentence.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatDay, formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { useMinutesText } from "../../ui/minutes-text.ts";

/** What a sentence was understood as, piece by piece; chosen, it fills the form, where each piece can be put right. */
export function SentenceOption({ proposal }: { proposal: SentenceProposal }) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const codes = useCodes();
  const minutesText = useMinutesText();
  const { contact, people, nextStep } = proposal;
  const kind =
    proposal.template === null
      ? null
      : codes.find("interactionTemplate", proposal.template);
  const pieces = [
    ...people.map(({ name }) => name),
    [
      proposal.date && formatWeekday(proposal.date, language, today),
      proposal.time,
    ]
      .filter(Boolean)
      .join(", "),
    proposal.minutes === null ? "" : minutesText(proposal.minutes),
    kind ? codeText(kind, language) : "",
    proposal.outcome === null ? "" : t(`evaluation.${proposal.outcome}`),
  ].filter((piece) => piece !== "");
  return (
    <Box sx={{ py: 0.5, minWidth: 0, width: "100%" }}>
      <Typography variant="caption" component="div" color="textSecondary">
        {t("visit.sentence")}
      </Typography>
      <Typography
        sx={{ fontWeight: 600 }}
        color={contact ? "textPrimary" : "warning"}
      >
        {contact?.name ?? t("visit.sentenceNobody")}
      </Typography>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.5, mt: 0.5 }}>
        {pieces.map((piece) => (
          <Box
            key={piece}
            component="span"
            sx={{
              px: 1,
              borderRadius: 10,
              border: 1,
              borderColor: "divider",
              fontSize: 13,
              lineHeight: "22px",
            }}
          >
            {piece}
          </Box>
        ))}
      </Box>
      {nextStep && (
        <Typography variant="body2" sx={{ mt: 0.75 }}>
          {"→ "}
          {t("visit.nextStepDue", {
            type: t(`task.type.${nextStep.type ?? "task"}`),
            description: nextStep.description || "…",
            day: formatDay(nextStep.date ?? addDays(today, 7)),
          })}
        </Typography>
      )}
    </Box>
  );
}
