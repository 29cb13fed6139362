import Button from "@mui/material/Button";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  LANES,
  type Lane,
} from "../../../shared/domain/duplicates/compare-contacts.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Section } from "../../ui/page.tsx";
import { PairList } from "./pair-list.tsx";
import { SafeMerge } from "./safe-merge.tsx";
import { useScan } from "./scan-session.ts";
import { useDuplicateSetUp } from "./set-up.ts";
import { usePairs } from "./use-pairs.ts";

/** All contacts against each other, in three lanes (ux.md 5(g)2). */
export function ScanSection(props: {
  onCompare(ids: readonly string[]): void;
}) {
  const { t } = useTranslation();
  const scan = useScan();
  const setUp = useDuplicateSetUp();
  const [chosen, setLane] = useState<Lane | null>(null);
  const { now } = scan;
  const answer = now.status === "done" ? now.answer : null;
  const standing = usePairs(answer);
  // Opens where something was found.
  const lane =
    chosen ?? LANES.find((one) => (answer?.counts[one] ?? 0) > 0) ?? "safe";
  const pairs = standing?.of(lane);
  const countOf = (one: Lane) =>
    standing?.count(one) ?? answer?.counts[one] ?? 0;
  const found = LANES.reduce((sum, one) => sum + countOf(one), 0);
  return (
    <Section id="scan" title={t("double.scan")} hint={t("double.scanHint")}>
      {now.status === "running" ? (
        <JobProgress
          label={t("double.scanning")}
          part={now.share}
          text={t("double.scanningShare", {
            share: Math.round(now.share * 100),
          })}
          stopWord={t("double.stop")}
          onStop={scan.stop}
        />
      ) : (
        <Button
          variant={answer ? "outlined" : "contained"}
          disabled={!setUp}
          onClick={() => setUp && scan.start(setUp)}
        >
          {t(answer ? "double.scanAgain" : "double.doScan")}
        </Button>
      )}
      {now.status === "failed" && (
        <Typography role="alert" color="error" sx={{ mt: 1 }}>
          {t("double.scanFailed")}
        </Typography>
      )}
      {answer && (
        <>
          <Typography
            role="status"
            variant="body2"
            color="textSecondary"
            sx={{ mt: 1.5 }}
          >
            {t("double.scanned", {
              count: answer.contacts,
              pairs: t("double.pairs", { count: found }),
            })}
          </Typography>
          <Tabs
            value={lane}
            onChange={(_, value: Lane) => setLane(value)}
            aria-label={t("double.lanes")}
            sx={{ mt: 0.5, minHeight: 40 }}
          >
            {LANES.map((one) => (
              <Tab
                key={one}
                value={one}
                id={`lane-${one}`}
                aria-controls="lane"
                label={t(`double.lane.${one}`, {
                  count: countOf(one),
                })}
                sx={{ minHeight: 40, textTransform: "none" }}
              />
            ))}
          </Tabs>
          <div id="lane" role="tabpanel" aria-labelledby={`lane-${lane}`}>
            <Typography variant="body2" color="textSecondary" sx={{ my: 1 }}>
              {t(`double.laneHint.${lane}`)}
            </Typography>
            {lane === "safe" && pairs && pairs.length > 0 && (
              <SafeMerge pairs={pairs} />
            )}
            {pairs && pairs.length === 0 && (
              <Typography sx={{ py: 1 }}>{t("double.laneEmpty")}</Typography>
            )}
            {pairs && (
              <PairList
                key={lane}
                label={t(`double.lane.${lane}`, { count: pairs.length })}
                pairs={pairs}
                onCompare={props.onCompare}
              />
            )}
          </div>
        </>
      )}
    </Section>
  );
}
