import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { formatCount, formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { useSyncStatus } from "./sync-context.ts";

const SHOWN = 12;

/** The last runs with their result, newest first. */
export function RunList() {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const { runs } = useSyncStatus();
  if (runs.length === 0) {
    return (
      <Typography color="textSecondary">{t("syncPage.runsEmpty")}</Typography>
    );
  }
  const newest = runs.toSorted((a, b) => b.at - a.at).slice(0, SHOWN);
  return (
    <Table size="small" sx={{ fontVariantNumeric: "tabular-nums" }}>
      <TableHead>
        <TableRow>
          <TableCell>{t("syncPage.when")}</TableCell>
          <TableCell>{t("syncPage.outcome")}</TableCell>
          <TableCell align="right">{t("syncPage.sent")}</TableCell>
          <TableCell align="right">{t("syncPage.received")}</TableCell>
          <TableCell align="right">{t("syncPage.took")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {newest.map((run, index) => (
          <TableRow key={`${run.at}/${index}`}>
            <TableCell>{formatMoment(run.at, now)}</TableCell>
            <TableCell>
              {run.ok
                ? t("syncPage.ok")
                : [t("syncPage.failed"), run.problem]
                    .filter(Boolean)
                    .join(": ")}
            </TableCell>
            <TableCell align="right">{formatCount(run.sent)}</TableCell>
            <TableCell align="right">{formatCount(run.received)}</TableCell>
            <TableCell align="right">{`${formatCount(run.ms)} ms`}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
