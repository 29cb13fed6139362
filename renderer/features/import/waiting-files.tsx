import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { ImportState } from "./import-state.ts";

/** Files that were opened while another one was: they come afterwards, or not at all. */
export function WaitingFiles(props: {
  state: ImportState;
  onNext(): void;
  onDrop(): void;
}) {
  const { t } = useTranslation();
  const { step, waiting, undoing } = props.state;
  if (waiting.length === 0) return null;
  return (
    <Alert
      severity="info"
      variant="outlined"
      role="status"
      action={
        <>
          {step === "choose" && undoing === null && (
            <Button color="inherit" size="small" onClick={props.onNext}>
              {t("import.next")}
            </Button>
          )}
          <Button color="inherit" size="small" onClick={props.onDrop}>
            {t("import.dropWaiting")}
          </Button>
        </>
      }
    >
      {t("import.waiting", { files: waiting.join(", ") })}
    </Alert>
  );
}
