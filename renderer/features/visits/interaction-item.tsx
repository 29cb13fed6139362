import CallMadeRounded from "@mui/icons-material/CallMadeRounded";
import CallReceivedRounded from "@mui/icons-material/CallReceivedRounded";
import ForumOutlined from "@mui/icons-material/ForumOutlined";
import HandshakeOutlined from "@mui/icons-material/HandshakeOutlined";
import MailOutlineRounded from "@mui/icons-material/MailOutlineRounded";
import Button from "@mui/material/Button";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
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
import type { FilesOfVisits } from "./use-visit-files.ts";
import { VisitFiles } from "./visit-files.tsx";

/** A visit, a call, a letter: when, what came of it, how long and how dear. */
export function InteractionItem(props: {
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
      `CHF ${formatAmount(interaction.costMinor)}`,
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
      icon={<InteractionIcon interaction={interaction} />}
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
      {interaction.result && (
        <Typography
          sx={{ whiteSpace: "pre-line", overflowWrap: "anywhere", mt: 0.25 }}
        >
          {interaction.result}
        </Typography>
      )}
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          alignItems: "center",
          columnGap: 1,
          rowGap: 0.25,
          mt: 0.25,
          fontSize: 12.5,
          color: "text.secondary",
        }}
      >
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
      </Box>
      {files.length > 0 && (
        <VisitFiles files={files} standing={props.files.standing} />
      )}
    </TimelineEntry>
  );
}

function InteractionIcon({ interaction }: { interaction: Interaction }) {
  switch (interaction.group) {
    case "PHONE":
      return interaction.flow === "in" ? (
        <CallReceivedRounded />
      ) : (
        <CallMadeRounded />
      );
    case "LETTER":
    case "SYSTEM":
      return <MailOutlineRounded />;
    case "MEETING":
      return <HandshakeOutlined />;
    default:
      return <ForumOutlined />;
  }
}
