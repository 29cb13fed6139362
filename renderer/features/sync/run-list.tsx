import CheckRounded from "@mui/icons-material/CheckRounded";
import CloudOffRounded from "@mui/icons-material/CloudOffRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SyncRun } from "../../../shared/sync/status.ts";
import { formatCount, formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { problemWords } from "./refused-words.ts";
import { useSyncStatus } from "./sync-context.ts";
import { tableStyle } from "./table-style.ts";

const SHOWN = 8;

/** The last runs with their result, newest first. */
export function RunList() {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const { runs } = useSyncStatus();
  const [all, setAll] = useState(false);
  if (runs.length === 0) {
    return (
      <Typography color="textSecondary">{t("syncPage.runsEmpty")}</Typography>
    );
  }
  const newest = runs.toSorted((a, b) => b.at - a.at);
  const shown = all ? newest : newest.slice(0, SHOWN);
  const hidden = newest.length - shown.length;
  return (
    <>
      <Box
        component="table"
        aria-labelledby="sync-runs"
        sx={{ ...tableStyle, fontVariantNumeric: "tabular-nums" }}
      >
        <thead>
          <tr>
            <th scope="col">{t("syncPage.when")}</th>
            <th scope="col">{t("syncPage.outcome")}</th>
            <th scope="col" className="number">
              {t("syncPage.sent")}
            </th>
            <th scope="col" className="number">
              {t("syncPage.received")}
            </th>
            <th scope="col" className="number">
              {t("syncPage.took")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((run, index) => (
            <tr key={`${run.at}/${index}`}>
              <th scope="row">{formatMoment(run.at, now)}</th>
              <td>
                <Outcome run={run} />
              </td>
              <td className="number">{formatCount(run.sent)}</td>
              <td className="number">{formatCount(run.received)}</td>
              <td className="number">{duration(run.ms)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      {hidden > 0 && (
        <Button
          size="small"
          color="inherit"
          onClick={() => setAll(true)}
          sx={{ mt: 1 }}
        >
          {t("syncPage.showMore", { n: formatCount(hidden) })}
        </Button>
      )}
    </>
  );
}

function Outcome({ run }: { run: SyncRun }) {
  const { t, i18n } = useTranslation();
  const problem = run.problem && { code: run.problem, message: "" };
  const Icon = run.ok ? CheckRounded : CloudOffRounded;
  return (
    <Box sx={{ display: "flex", gap: 0.75, alignItems: "flex-start" }}>
      <Icon
        aria-hidden
        sx={{
          fontSize: 16,
          mt: "2px",
          color: run.ok ? "success.main" : "text.secondary",
        }}
      />
      <span>
        {run.ok
          ? t("syncPage.ok")
          : problem
            ? problemWords(problem, i18n)
            : t("syncPage.failed")}
      </span>
    </Box>
  );
}

/** Milliseconds → `127 ms` or `2.4 s`. */
function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
