import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "./form-dialog.tsx";
import { readProblem, type FormProblem } from "./form-problem.ts";
import { useNotify } from "./notices.tsx";
import { createOneAtATime } from "./one-at-a-time.ts";
import { visuallyHidden } from "./visually-hidden.ts";

/** What takes the focus of a field that is marked. */
const MARKED =
  "[role=combobox][aria-invalid=true], button[data-invalid=true], textarea[aria-invalid=true], input[aria-invalid=true]:not([aria-hidden])";

/**
 * A form whose texts are kept while it is open and when it is left; it closes only when it is on the disk. A save
 * that is refused puts the focus on the field that it is about.
 */
export function KeptFormDialog(props: {
  title: string;
  /** What the button that saves says. */
  action: string;
  form: {
    readonly touched: boolean;
    readonly restored: boolean;
    startAgain(): void;
    flush(): void;
  };
  /** Why it was not saved; stands above the buttons, or at the field that shows it itself. */
  problem?: string | FormProblem | undefined;
  /** On the left of the buttons. */
  more?: ReactNode;
  /** True = on the disk. */
  onSave(): Promise<boolean>;
  onClose(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { form, onClose } = props;
  const content = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState(0);
  const [saving, setSaving] = useState(false);
  const [once] = useState(createOneAtATime);
  useEffect(() => {
    if (refusals > 0)
      content.current?.querySelector<HTMLElement>(MARKED)?.focus();
  }, [refusals]);
  const problem = readProblem(props.problem);

  function leave(): void {
    form.flush();
    if (form.touched) notify({ text: t("visit.draftKept") });
    onClose();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // Ctrl+Enter that is held down, or a second click: once is meant.
    await once.run(async () => {
      setSaving(true);
      try {
        if (await props.onSave()) onClose();
        else setRefusals((before) => before + 1);
      } finally {
        setSaving(false);
      }
    });
  }
  return (
    <FormDialog title={props.title} onClose={leave} onSubmit={submit}>
      <DialogContent
        ref={content}
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        {form.restored && (
          <Alert
            severity="info"
            action={
              <Button
                size="small"
                color="inherit"
                onClick={({ currentTarget }) => {
                  const within = currentTarget.closest("form");
                  form.startAgain();
                  // The button goes; the focus stays in the form.
                  within?.querySelector<HTMLElement>("input")?.focus();
                }}
              >
                {t("visit.discard")}
              </Button>
            }
          >
            {t("visit.draftRestored")}
          </Alert>
        )}
        {props.children}
        <Box
          role="alert"
          sx={
            problem?.field === undefined
              ? {
                  color: "error.main",
                  fontSize: 13,
                  "&:empty": { display: "none" },
                }
              : visuallyHidden
          }
        >
          {problem?.text}
        </Box>
      </DialogContent>
      <DialogActions>
        {props.more && (
          <>
            {props.more}
            <Box sx={{ flex: 1 }} />
          </>
        )}
        <Button color="inherit" onClick={leave}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="contained" loading={saving}>
          {props.action}
        </Button>
      </DialogActions>
    </FormDialog>
  );
}
