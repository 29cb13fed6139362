import AddRounded from "@mui/icons-material/AddRounded";
import TrendingUpRounded from "@mui/icons-material/TrendingUpRounded";
import MenuItem from "@mui/material/MenuItem";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { useSales } from "../../local-store/use-agenda.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount } from "../../ui/format.ts";
import type { ContactLink } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { Board } from "./board.tsx";
import { PipelineTotalsView } from "./pipeline-totals.tsx";
import type { SalesSearch } from "./sales-search.ts";
import { SalesTable } from "./sales-table.tsx";

/** At first, and more with each request: a board of all would take long to draw. */
const ROWS = 500;

/** All opportunities, as a list or a board, with what they add up to. */
export function SalesView(props: {
  search: SalesSearch;
  onSearch(search: SalesSearch): void;
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const commands = useCommands();
  const { owner, language } = useSession();
  const { search, onSearch } = props;
  const cycles = codes.of("salesCycle");
  const cycle =
    cycles.find(({ code }) => code === search.cycle) ?? cycles[0] ?? null;
  const own = owner.salesperson ?? null;
  const [room, setRoom] = useState(ROWS);
  const answer = useSales({
    salesperson: search.whose === "all" ? null : own,
    which: search.view === "board" ? "open" : (search.which ?? "open"),
    room,
  });
  return (
    <>
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          alignItems: "center",
          gap: 1.5,
        }}
      >
        <ToggleButtonGroup
          exclusive
          size="small"
          value={search.view ?? "list"}
          aria-label={t("sale.view")}
          onChange={(_, view: string | null) => {
            const { view: _old, ...rest } = search;
            if (view)
              onSearch(view === "board" ? { ...rest, view: "board" } : rest);
          }}
        >
          <ToggleButton value="list">{t("sale.asList")}</ToggleButton>
          <ToggleButton value="board">{t("sale.asBoard")}</ToggleButton>
        </ToggleButtonGroup>
        {search.view === "board" ? (
          <TextField
            select
            size="small"
            label={t("sale.cycle")}
            value={cycle?.code ?? ""}
            onChange={(event) =>
              onSearch({ ...search, cycle: event.target.value })
            }
            fullWidth={false}
            sx={{ width: 220 }}
          >
            {cycles.map((one) => (
              <MenuItem key={one.id} value={one.code}>
                {codeText(one, language)}
              </MenuItem>
            ))}
          </TextField>
        ) : (
          <ToggleButtonGroup
            exclusive
            size="small"
            value={search.which ?? "open"}
            aria-label={t("sale.which")}
            onChange={(_, which: string | null) => {
              const { which: _old, ...rest } = search;
              if (which === null) return;
              onSearch(
                which === "closed" || which === "all"
                  ? { ...rest, which }
                  : rest,
              );
            }}
          >
            <ToggleButton value="open">{t("sale.which.open")}</ToggleButton>
            <ToggleButton value="closed">{t("sale.which.closed")}</ToggleButton>
            <ToggleButton value="all">{t("sale.which.all")}</ToggleButton>
          </ToggleButtonGroup>
        )}
        {own !== null && (
          <ToggleButtonGroup
            exclusive
            size="small"
            value={search.whose ?? "own"}
            aria-label={t("sale.whose")}
            onChange={(_, whose: string | null) => {
              const { whose: _old, ...rest } = search;
              if (whose)
                onSearch(whose === "all" ? { ...rest, whose: "all" } : rest);
            }}
          >
            <ToggleButton value="own">{t("sale.whose.own")}</ToggleButton>
            <ToggleButton value="all">{t("sale.whose.all")}</ToggleButton>
          </ToggleButtonGroup>
        )}
      </Box>
      {answer && answer.rows.length === 0 && (
        <Box role="status">
          <EmptyState
            icon={<TrendingUpRounded />}
            title={t("sale.none")}
            text={t("sale.noneText")}
          >
            <Button
              variant="contained"
              startIcon={<AddRounded />}
              onClick={() => commands.newOpportunity()}
            >
              {t("sale.new")}
            </Button>
          </EmptyState>
        </Box>
      )}
      {answer && answer.rows.length > 0 && search.view === "board" && cycle && (
        <Board cycle={cycle} rows={answer.rows} />
      )}
      {answer && answer.rows.length > 0 && search.view !== "board" && (
        <Section id="sales-list" title={t("sale.list")}>
          <SalesTable rows={answer.rows} link={props.link} />
        </Section>
      )}
      {answer && answer.total > answer.rows.length && (
        <Button
          color="inherit"
          variant="outlined"
          onClick={() => setRoom(room + ROWS)}
          sx={{ alignSelf: "flex-start" }}
        >
          {t("today.more", {
            n: formatCount(answer.total - answer.rows.length),
          })}
        </Button>
      )}
      {answer && answer.rows.length > 0 && (
        <PipelineTotalsView totals={answer.totals} />
      )}
    </>
  );
}
