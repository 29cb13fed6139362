import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  RESTORE_KINDS,
  type RestoreKind,
  type RestoreWay,
} from "../../../shared/sync/restore-document.ts";
import { figureTableStyle } from "../../ui/figure-table-style.ts";
import { formatCount, formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import type { BackupSession, BackupState } from "./backup-session.ts";
import { Differences } from "./differences.tsx";
import { countRestored } from "./restore-count.ts";

const VERDICTS = ["new", "changed", "conflict", "same", "left"] as const;

/** What a backup would change, kind by kind, and the choice; nothing is written before the last button. */
export function RestorePreviewView(props: {
  state: Extract<BackupState, { step: "preview" }>;
  session: BackupSession;
}) {
  const { t } = useTranslation();
  const { now } = useSession();
  const { file, manifest, preview } = props.state;
  const shown = RESTORE_KINDS.filter((kind) =>
    VERDICTS.some((verdict) => preview.counts[kind][verdict] > 0),
  );
  const [kinds, setKinds] = useState<ReadonlySet<RestoreKind>>(new Set(shown));
  const [changed, setChanged] = useState<RestoreWay>("take");
  const [conflicts, setConflicts] = useState<RestoreWay>("keep");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const choice = { kinds, changed, conflicts };
  const total = (verdict: (typeof VERDICTS)[number]) =>
    shown.reduce((sum, kind) => sum + preview.counts[kind][verdict], 0);
  const columns = VERDICTS.filter(
    (verdict) => verdict === "new" || total(verdict) > 0,
  );
  const count = countRestored(preview.counts, choice);
  const toggle = (kind: RestoreKind, on: boolean) => {
    const next = new Set(kinds);
    if (on) next.add(kind);
    else next.delete(kind);
    setKinds(next);
  };
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <div>
        <Typography
          ref={heading}
          tabIndex={-1}
          variant="h3"
          sx={{ overflowWrap: "anywhere", "&:focus": { outline: "none" } }}
        >
          {t("backup.previewTitle", { name: file.name })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t("backup.previewText", {
            moment: formatMoment(Date.parse(manifest.createdAt), now()),
          })}
        </Typography>
      </div>
      <Box component="table" sx={{ ...figureTableStyle, maxWidth: 640 }}>
        <thead>
          <tr>
            <th>{t("backup.kind")}</th>
            {columns.map((verdict) => (
              <th key={verdict} className="figure">
                {t(`backup.verdict.${verdict}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((kind) => (
            <tr key={kind}>
              <td>
                <FormControlLabel
                  label={t(`backup.kind.${kind}`)}
                  sx={{ my: -0.5 }}
                  control={
                    <Checkbox
                      size="small"
                      checked={kinds.has(kind)}
                      onChange={(_, on) => toggle(kind, on)}
                    />
                  }
                />
              </td>
              {columns.map((verdict) => (
                <td
                  key={verdict}
                  className="figure"
                  style={{ verticalAlign: "middle" }}
                >
                  {formatCount(preview.counts[kind][verdict])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      <Remarks state={props.state} left={total("left")} />
      {total("changed") > 0 && (
        <Way
          label={t("backup.changed")}
          value={changed}
          ways={["take", "keep"]}
          onChoose={setChanged}
        />
      )}
      {total("conflict") > 0 && (
        <Way
          label={t("backup.conflicts")}
          value={conflicts}
          ways={["keep", "fill", "take"]}
          onChoose={setConflicts}
        />
      )}
      <Differences
        differences={preview.differences}
        total={total("changed") + total("conflict")}
      />
      {total("new") + total("changed") + total("conflict") === 0 && (
        <Typography role="status">{t("backup.nothing")}</Typography>
      )}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        <Button
          variant="contained"
          disabled={count === 0}
          onClick={() => props.session.restore(choice)}
        >
          {t("backup.run", { count, n: formatCount(count) })}
        </Button>
        <Button color="inherit" onClick={props.session.leave}>
          {t("cancel")}
        </Button>
      </Box>
    </Box>
  );
}

function Remarks(props: {
  state: Extract<BackupState, { step: "preview" }>;
  left: number;
}) {
  const { t } = useTranslation();
  const { preview, manifest } = props.state;
  const remarks = [
    props.left > 0 && t("backup.left"),
    preview.servers > 0 && t("backup.servers", { count: preview.servers }),
    preview.said > 0 && t("backup.said", { count: preview.said }),
    preview.unreadable > 0 &&
      t("backup.unreadable", { count: preview.unreadable }),
    manifest.missing.length > 0 &&
      t("backup.missing", { count: manifest.missing.length }),
  ].filter((one) => one !== false);
  if (remarks.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" sx={{ maxWidth: 640 }}>
      {remarks.map((remark) => (
        <div key={remark}>{remark}</div>
      ))}
    </Alert>
  );
}

function Way(props: {
  label: string;
  value: RestoreWay;
  ways: readonly RestoreWay[];
  onChoose(way: RestoreWay): void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <FormControl>
      <FormLabel id={id}>{props.label}</FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={props.value}
        onChange={(_, value) => {
          const way = props.ways.find((one) => one === value);
          if (way) props.onChoose(way);
        }}
      >
        {props.ways.map((way) => (
          <FormControlLabel
            key={way}
            value={way}
            label={t(`backup.way.${way}`)}
            control={<Radio size="small" />}
            sx={{ my: -0.25 }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
