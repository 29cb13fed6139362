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
import { isOnContacts } from "../../../shared/domain/set-up-lists.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { useSession } from "../../ui/session.ts";
import { useCodeCommands, type Job } from "./use-code-commands.ts";

/** Says how many contacts carry the code, and offers another one in its place (ux.md 5(h)2). */
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
  const [used, setUsed] = useState<number | null>(null);
  const [way, setWay] = useState<"replace" | "keep">("replace");
  const [to, setTo] = useState("");
  const [job, setJob] = useState<Job | null>(null);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const counting = useRef(count);
  useEffect(() => {
    if (!isOnContacts(code.kind)) {
      setUsed(0);
      return;
    }
    void counting.current(code, setJob).then((sum) => {
      setUsed(sum);
      setJob(null);
    });
  }, [code]);
  const replaces = used !== null && used > 0 && way === "replace";
  const chosen = others.find(({ id }) => id === to) ?? null;

  async function run(): Promise<void> {
    setRunning(true);
    const done = await remove(code, replaces ? chosen : null, used === 0, {
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
          {used === null
            ? t("setup.counting")
            : isOnContacts(code.kind)
              ? used === 0
                ? t("setup.unused")
                : t("setup.usedBy", { count: used })
              : t("setup.keptInWork")}
        </Typography>
        {used !== null && used > 0 && (
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
          onClick={() => {
            stopped.current = true;
            if (!running) props.onClose();
          }}
        >
          {t("cancel")}
        </Button>
        <Button
          variant="contained"
          disabled={used === null || running || (replaces && !chosen)}
          onClick={() => void run()}
        >
          {t(replaces ? "setup.replace" : "setup.remove")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
