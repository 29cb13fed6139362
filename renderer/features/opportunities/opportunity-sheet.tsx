import CloseRounded from "@mui/icons-material/CloseRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import {
  activeEntry,
  closingDay,
} from "../../../shared/domain/opportunity-entries.ts";
import {
  calculatedMinor,
  isOpenOpportunity,
} from "../../../shared/domain/opportunity-values.ts";
import { quoteTotal } from "../../../shared/domain/quote.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatDay, formatFrancs } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { HistoryTable } from "./history-table.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { StageSteps } from "./stage-steps.tsx";
import { chanceWords } from "./chance-words.ts";
import { percent } from "./stage-text.ts";
import { useOpportunityCommands } from "./use-opportunity-commands.ts";
import {
  useCycle,
  useOpportunity,
  type OpportunityView,
} from "./use-opportunity.ts";

type Asked = "move" | "close" | "edit" | null;

/** One opportunity: where it stands, what it is worth, every move, and what can be done next. */
export function OpportunitySheet(props: {
  id: string;
  /** Opened by a move on the board: to this stage. */
  to?: number | undefined;
  onClose(): void;
}) {
  const view = useOpportunity(props.id);
  // One layer for one move; where there is none any more, the sheet says so.
  if (props.to !== undefined && view && isOpenOpportunity(view.opportunity))
    return <MoveDialog view={view} to={props.to} onClose={props.onClose} />;
  return (
    <Drawer
      open={view !== undefined}
      anchor="right"
      onClose={props.onClose}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-modal": true,
          "aria-labelledby": "sale-title",
          sx: { width: 640, maxWidth: "100%" },
        },
      }}
    >
      {view && <Content view={view} onClose={props.onClose} />}
      {view === null && <Gone onClose={props.onClose} />}
    </Drawer>
  );
}

function Content(props: { view: OpportunityView; onClose(): void }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const run = useOpportunityCommands();
  const notify = useNotify();
  const { view, onClose } = props;
  const { opportunity, contact } = view;
  const cycle = useCycle(opportunity);
  const [asked, setAsked] = useState<Asked>(null);
  const isOpen = isOpenOpportunity(opportunity);
  const done = () => setAsked(null);
  const planned = view.tasks.filter((task) => !isClosed(task));
  return (
    <Box sx={{ p: 2.5, display: "flex", flexDirection: "column", gap: 2.5 }}>
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography
            id="sale-title"
            variant="h2"
            sx={{ overflowWrap: "anywhere" }}
          >
            {opportunity.description}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {contact && (
              <Link
                component="button"
                type="button"
                onClick={() => {
                  onClose();
                  commands.openContact(contact.id);
                }}
              >
                {contact.name}
              </Link>
            )}
            {[
              "",
              contact?.type === "person" && contact.companyName,
              t(`sale.status.${opportunity.status}`),
              opportunity.no,
            ]
              .filter((one) => one !== false && one !== undefined)
              .join(" · ")}
          </Typography>
        </Box>
        <IconButton aria-label={t("close")} onClick={onClose}>
          <CloseRounded />
        </IconButton>
      </Box>
      <StageSteps opportunity={opportunity} cycle={cycle} />
      <Figures view={view} />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        {isOpen && (
          <>
            <Button variant="contained" onClick={() => setAsked("move")}>
              {t("sale.moveDo")}…
            </Button>
            <Button variant="outlined" onClick={() => setAsked("close")}>
              {t("sale.closeDo")}…
            </Button>
          </>
        )}
        <Button
          variant="outlined"
          color="inherit"
          onClick={() => setAsked("edit")}
        >
          {t("sale.edit")}
        </Button>
        <Button
          color="inherit"
          onClick={() =>
            commands.openHistory({
              c: "opportunities",
              id: opportunity.id,
              title: opportunity.description,
            })
          }
        >
          {t("history.title")}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button
          color="inherit"
          onClick={() =>
            void run.remove(opportunity.id).then((no) => {
              if (no === null) onClose();
              else notify({ text: no.text });
            })
          }
        >
          {t("sale.delete")}
        </Button>
      </Box>
      {opportunity.comment && (
        <Typography sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {opportunity.comment}
        </Typography>
      )}
      {planned.length > 0 && (
        <Box>
          <Typography variant="h3">{t("sale.tasks")}</Typography>
          {planned.map((task) => (
            <Box key={task.id} sx={{ fontSize: 13, py: 0.5 }}>
              {formatDay(task.date)} · {task.description}
            </Box>
          ))}
        </Box>
      )}
      <HistoryTable opportunity={opportunity} cycle={cycle} />
      {asked === "move" && <MoveDialog view={view} onClose={done} />}
      {asked === "close" && <CloseDialog view={view} onClose={done} />}
      {asked === "edit" && <EditDialog view={view} onClose={done} />}
    </Box>
  );
}

/** What the active entry says, in large. */
function Figures({ view }: { view: OpportunityView }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  const { opportunity } = view;
  const cycle = useCycle(opportunity);
  const entry = activeEntry(opportunity)?.entry;
  const closing = closingDay(opportunity);
  const { salesperson, quoteNo } = opportunity;
  const total = quoteTotal(opportunity);
  const facts: readonly (readonly [string, string])[] = [
    [t("sale.value"), formatFrancs(entry?.estimatedMinor ?? 0)],
    [t("sale.completed"), percent(entry?.completed)],
    [t("sale.chances"), percent(entry?.chances)],
    [t("sale.probability"), percent(entry?.probability)],
    [t("sale.calculated"), formatFrancs(calculatedMinor(entry))],
    [
      t(opportunity.closedOn ? "sale.closedOn" : "sale.closing"),
      closing ? formatDay(closing) : "",
    ],
    [
      t("field.salesperson"),
      salesperson ? codes.text("salesperson", salesperson, language) : "",
    ],
    [
      t("sale.quote"),
      [quoteNo, total === null ? undefined : formatFrancs(total)]
        .filter(Boolean)
        .join(" · "),
    ],
  ];
  return (
    <Box>
      <Box
        component="dl"
        sx={{
          display: "grid",
          gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
          gap: 1.5,
          m: 0,
        }}
      >
        {facts.map(([label, value]) => (
          <Box key={label}>
            <Box component="dt" sx={{ fontSize: 12, color: "text.secondary" }}>
              {label}
            </Box>
            <Box
              component="dd"
              sx={{
                m: 0,
                fontWeight: 600,
                fontVariantNumeric: "tabular-nums",
                overflowWrap: "anywhere",
              }}
            >
              {value || "–"}
            </Box>
          </Box>
        ))}
      </Box>
      {entry && isOpenOpportunity(opportunity) && (
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ mt: 1, fontSize: 12.5 }}
        >
          {chanceWords(t, cycle, {
            completed: entry.completed ?? 0,
            chances: entry.chances ?? 0,
          })}
        </Typography>
      )}
    </Box>
  );
}

function Gone({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ p: 2.5 }}>
      <Typography id="sale-title" variant="h2">
        {t("sale.refused.gone")}
      </Typography>
      <Button onClick={onClose} sx={{ mt: 2 }}>
        {t("close")}
      </Button>
    </Box>
  );
}
