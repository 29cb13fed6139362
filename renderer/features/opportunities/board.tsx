import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  stageBefore,
  waysFrom,
} from "../../../shared/domain/move-opportunity.ts";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import { stagesOf, stageText } from "../../../shared/domain/sales-cycle.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { SalesRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatCount, formatFrancs, formatShortDay } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { percent } from "./stage-text.ts";

const COLUMN = "data-column";
const CARD = "button[data-sale]";

/** What is dragged, and over which stage. */
interface Drag {
  readonly id: string;
  readonly from: number;
  readonly over: number;
}

function isDragged({ id, from }: Drag) {
  return ({ sale }: SalesRow) => sale.id === id && sale.stage === from;
}

/**
 * The open opportunities of a cycle by stage. Arrows go from card to card and from stage to stage, Enter opens one, Alt
 * with an arrow moves it, as dragging does: the move's form opens with that stage. While one is dragged, the stages that
 * it may go to are lit, and the others say why not (OPP-5).
 */
export function Board(props: { cycle: Code; rows: readonly SalesRow[] }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const commands = useCommands();
  const notify = useNotify();
  const board = useRef<HTMLDivElement>(null);
  const [started, setDrag] = useState<Drag | null>(null);
  const rows = props.rows.filter(
    ({ sale }) => isOpenOpportunity(sale) && sale.cycle === props.cycle.code,
  );
  // A card that goes elsewhere while it is dragged takes along who would tell that it was let go.
  const drag = started && rows.some(isDragged(started)) ? started : null;
  if (started !== drag) setDrag(drag);
  const stages = stagesOf(props.cycle);
  const columns = [
    { stage: 0, name: t("sale.status.notStarted") },
    ...stages.map((stage) => ({
      stage: stage.stage,
      name: `${stage.stage} ${stageText(stage, language)}`,
    })),
  ];

  const goals = new Set(
    drag && waysFrom(drag.from, props.cycle).map(({ stage }) => stage.stage),
  );
  /** Why what is dragged cannot go there; null = it can, or stands there. */
  function whyNot(stage: number): string | null {
    if (!drag || stage === drag.from || goals.has(stage)) return null;
    if (stage === 0) return t("sale.drop.begun");
    const before = stageBefore(drag.from, stage, props.cycle);
    if (before)
      return t("sale.drop.first", {
        stage: `${before.stage} ${stageText(before, language)}`,
      });
    return t("sale.refused.no-such-move");
  }

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
      onDragLeave={({ relatedTarget }) => {
        const inside = board.current?.contains(relatedTarget as Node | null);
        if (drag && !inside) setDrag({ ...drag, over: drag.from });
      }}
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
              if (!drag) return;
              setDrag(drag.over === stage ? drag : { ...drag, over: stage });
              // Where it cannot stay, too: else letting go there would be as calling it off.
              event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              const why = whyNot(stage);
              if (why !== null) notify({ text: why });
              else if (drag && stage !== drag.from)
                commands.openOpportunity(drag.id, { to: stage });
              setDrag(null);
            }}
            sx={{
              flex: "1 0 150px",
              minWidth: 0,
              p: 1,
              borderRadius: 1.5,
              bgcolor: "surface.sunken",
              outline: "2px solid transparent",
              outlineOffset: -2,
              ...(drag && stage !== drag.from
                ? goals.has(stage)
                  ? {
                      bgcolor: "soft.primary",
                      outlineColor:
                        drag.over === stage
                          ? "var(--mui-palette-primary-main)"
                          : "transparent",
                    }
                  : { color: "text.secondary" }
                : {}),
            }}
          >
            <Typography component="h2" sx={{ fontSize: 12.5, fontWeight: 650 }}>
              {name}
            </Typography>
            <Box sx={{ fontSize: 12, color: "text.secondary", mb: 1 }}>
              {formatCount(here.length)} · {formatFrancs(value)}
            </Box>
            {drag?.over === stage && whyNot(stage) !== null && (
              <Box
                sx={{ fontSize: 12.5, color: "error.main", mb: 1 }}
                data-why-not
              >
                {whyNot(stage)}
              </Box>
            )}
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
                <Card
                  key={row.sale.id}
                  row={row}
                  onDrag={() =>
                    setDrag({ id: row.sale.id, from: stage, over: stage })
                  }
                  onDragEnd={() => setDrag(null)}
                />
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

function Card(props: { row: SalesRow; onDrag(): void; onDragEnd(): void }) {
  const commands = useCommands();
  const { today } = useSession();
  const { sale, contact } = props.row;
  return (
    <li>
      <ButtonBase
        data-sale={sale.id}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData("text/plain", sale.id);
          event.dataTransfer.effectAllowed = "move";
          props.onDrag();
        }}
        onDragEnd={props.onDragEnd}
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
        <Box sx={{ mt: 0.5, fontSize: 12, fontVariantNumeric: "tabular-nums" }}>
          {formatFrancs(sale.estimatedMinor)}
        </Box>
        <Box
          sx={{
            display: "flex",
            justifyContent: "space-between",
            columnGap: 1,
            fontSize: 12,
            fontVariantNumeric: "tabular-nums",
            color: "text.secondary",
          }}
        >
          <span>{percent(sale.probability)}</span>
          {sale.closingOn && (
            <Box
              component="span"
              sx={sale.closingOn < today ? { color: "error.main" } : {}}
            >
              {formatShortDay(sale.closingOn, today)}
            </Box>
          )}
        </Box>
      </ButtonBase>
    </li>
  );
}
