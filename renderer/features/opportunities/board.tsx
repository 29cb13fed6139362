import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import { stagesOf, stageText } from "../../../shared/domain/sales-cycle.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { SalesRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatAmount, formatCount, formatShortDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { percent } from "./stage-text.ts";

const COLUMN = "data-column";
const CARD = "button[data-sale]";

/**
 * The open opportunities of a cycle by stage. Arrows go from card to card and from stage to stage, Enter opens one, Alt
 * with an arrow moves it, as dragging does: the move's form opens with that stage.
 */
export function Board(props: { cycle: Code; rows: readonly SalesRow[] }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const commands = useCommands();
  const board = useRef<HTMLDivElement>(null);
  const rows = props.rows.filter(
    ({ sale }) => isOpenOpportunity(sale) && sale.cycle === props.cycle.code,
  );
  const stages = stagesOf(props.cycle);
  const columns = [
    { stage: 0, name: t("sale.status.notStarted") },
    ...stages.map((stage) => ({
      stage: stage.stage,
      name: `${stage.stage} ${stageText(stage, language)}`,
    })),
  ];

  function onKeyDown(event: KeyboardEvent): void {
    const card = (event.target as HTMLElement).closest<HTMLElement>(CARD);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!card || (step === undefined && down === undefined)) return;
    event.preventDefault();
    const column = card.closest<HTMLElement>(`[${COLUMN}]`);
    const all = [
      ...(board.current?.querySelectorAll<HTMLElement>(`[${COLUMN}]`) ?? []),
    ];
    const at = column ? all.indexOf(column) : -1;
    if (event.altKey && step !== undefined) {
      const to = columns[at + step]?.stage;
      if (to) commands.openOpportunity(card.dataset["sale"] ?? "", { to });
      return;
    }
    if (down !== undefined && column) {
      const cards = [...column.querySelectorAll<HTMLElement>(CARD)];
      cards[cards.indexOf(card) + down]?.focus();
      return;
    }
    // Past stages in which nothing stands.
    for (let i = at + (step ?? 0); all[i]; i += step ?? 1) {
      const first = all[i]?.querySelector<HTMLElement>(CARD);
      if (first) return first.focus();
    }
  }
  return (
    <Box
      ref={board}
      onKeyDown={onKeyDown}
      role="group"
      aria-label={t("sale.board")}
      sx={{ display: "flex", gap: 1.25, overflowX: "auto", pb: 1 }}
    >
      {columns.map(({ stage, name }) => {
        const here = rows.filter(({ sale }) => sale.stage === stage);
        const value = here.reduce(
          (sum, { sale }) => sum + sale.currentMinor,
          0,
        );
        return (
          <Box
            key={stage}
            {...{ [COLUMN]: stage }}
            component="section"
            aria-label={name}
            onDragOver={(event) => {
              if (stage > 0) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              const id = event.dataTransfer.getData("text/plain");
              const from = rows.find(({ sale }) => sale.id === id)?.sale.stage;
              if (from !== undefined && from !== stage)
                commands.openOpportunity(id, { to: stage });
            }}
            sx={{
              flex: "1 0 168px",
              minWidth: 0,
              p: 1,
              borderRadius: 1.5,
              bgcolor: "surface.sunken",
            }}
          >
            <Typography component="h2" sx={{ fontSize: 12.5, fontWeight: 650 }}>
              {name}
            </Typography>
            <Box sx={{ fontSize: 12, color: "text.secondary", mb: 1 }}>
              {formatCount(here.length)} · {formatAmount(value)}
            </Box>
            <Box
              component="ul"
              sx={{
                listStyle: "none",
                m: 0,
                p: 0,
                display: "flex",
                flexDirection: "column",
                gap: 0.75,
              }}
            >
              {here.map((row) => (
                <Card key={row.sale.id} row={row} />
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

function Card({ row }: { row: SalesRow }) {
  const commands = useCommands();
  const { today } = useSession();
  const { sale, contact } = row;
  return (
    <li>
      <ButtonBase
        data-sale={sale.id}
        draggable
        onDragStart={(event) =>
          event.dataTransfer.setData("text/plain", sale.id)
        }
        onClick={() => commands.openOpportunity(sale.id)}
        sx={{
          display: "block",
          width: "100%",
          textAlign: "left",
          p: 1,
          borderRadius: 1,
          border: 1,
          borderColor: "divider",
          bgcolor: "background.paper",
          fontSize: 13,
          "&:hover": { bgcolor: "surface.hover" },
        }}
      >
        <Box sx={{ fontWeight: 550, overflowWrap: "anywhere" }}>
          {sale.description}
        </Box>
        <Box sx={{ fontSize: 12, color: "text.secondary" }}>
          {contact?.companyName || contact?.name}
        </Box>
        <Box
          sx={{
            display: "flex",
            flexWrap: "wrap",
            columnGap: 1,
            mt: 0.5,
            fontSize: 12,
            fontVariantNumeric: "tabular-nums",
          }}
        >
          <span>{formatAmount(sale.estimatedMinor)}</span>
          <Box component="span" sx={{ color: "text.secondary" }}>
            {percent(sale.probability)}
          </Box>
          {sale.closingOn && (
            <Box
              component="span"
              sx={{
                ml: "auto",
                color: sale.closingOn < today ? "error.main" : "text.secondary",
              }}
            >
              {formatShortDay(sale.closingOn, today)}
            </Box>
          )}
        </Box>
      </ButtonBase>
    </li>
  );
}
