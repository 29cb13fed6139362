import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import LinearProgress from "@mui/material/LinearProgress";
import MenuItem from "@mui/material/MenuItem";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { useSession } from "../../ui/session.ts";
import {
  useCodeCommands,
  type CodeUses,
  type Job,
} from "./use-code-commands.ts";

/** Says where the code stands, work included, and offers another one in its place (ux.md 5(h)2). */
export function RemoveCodeDialog(props: {
  code: Code;
  others: readonly Code[];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const titleId = useId();
  const { code, others } = props;
  const { count, remove } = useCodeCommands();
  const [uses, setUses] = useState<CodeUses | null>(null);
  const [way, setWay] = useState<"replace" | "keep">("replace");
  const [to, setTo] = useState("");
  const [job, setJob] = useState<Job | null>(null);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const counting = useRef(count);
  useEffect(() => {
    let current = true;
    const run = {
      stopped: () => !current,
      onProgress: (now: Job) => {
        if (current) setJob(now);
      },
    };
    void counting.current(code, run).then((found) => {
      if (!current) return;
      setUses(found);
      setJob(null);
    });
    return () => {
      current = false;
    };
  }, [code]);
  const replaceable = uses?.replaceable ?? 0;
  const named = [...(uses?.counts ?? [])];
  const recorded =
    named.reduce((sum, [, count]) => sum + count, 0) - replaceable;
  const replaces = replaceable > 0 && way === "replace";
  const chosen = others.find(({ id }) => id === to) ?? null;

  async function run(): Promise<void> {
    setRunning(true);
    const unused = named.length === 0 || (replaces && recorded === 0);
    const done = await remove(code, replaces ? chosen : null, unused, {
      stopped: () => stopped.current,
      onProgress: setJob,
    });
    if (done || stopped.current) props.onClose();
    else setRunning(false);
  }

  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={titleId}
      onClose={() => {
        if (!running) props.onClose();
      }}
    >
      <DialogTitle id={titleId}>
        {t("setup.removeTitle", { name: codeText(code, language) })}
      </DialogTitle>
      <DialogContent>
        <Typography role="status">
          {uses === null
            ? t("setup.counting")
            : named.length === 0
              ? t("setup.unused")
              : t("setup.usedIn", {
                  what: named
                    .map(([c, count]) => t(`setup.usedIn.${c}`, { count }))
                    .join(", "),
                })}
        </Typography>
        {recorded > 0 && (
          <Typography color="textSecondary" sx={{ mt: 1 }}>
            {t("setup.recordedKeeps", { count: recorded })}
          </Typography>
        )}
        {replaceable > 0 && (
          <>
            <RadioGroup
              aria-labelledby={titleId}
              value={way}
              onChange={(_, value) =>
                setWay(value === "keep" ? "keep" : "replace")
              }
              sx={{ mt: 1 }}
            >
              <FormControlLabel
                value="replace"
                control={<Radio />}
                label={t("setup.replaceBy")}
              />
              <FormControlLabel
                value="keep"
                control={<Radio />}
                label={t("setup.keepOnContacts")}
              />
            </RadioGroup>
            {way === "replace" && (
              <TextField
                select
                fullWidth
                label={t("setup.by")}
                value={to}
                onChange={(event) => setTo(event.target.value)}
                sx={{ mt: 1 }}
              >
                {others.map((one) => (
                  <MenuItem key={one.id} value={one.id}>
                    {codeText(one, language)}
                  </MenuItem>
                ))}
              </TextField>
            )}
          </>
        )}
        {job && (
          <LinearProgress
            variant="determinate"
            aria-label={t("setup.progress")}
            value={(100 * job.done) / Math.max(1, job.of)}
            sx={{ mt: 2 }}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button
          color="inherit"
          onClick={() => {
            stopped.current = true;
            if (!running) props.onClose();
          }}
        >
          {t("cancel")}
        </Button>
        <Button
          variant="contained"
          disabled={uses === null || running || (replaces && !chosen)}
          onClick={() => void run()}
        >
          {t(replaces ? "setup.replace" : "setup.remove")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
