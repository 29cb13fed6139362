import ContactPageOutlined from "@mui/icons-material/ContactPageOutlined";
import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import type { ChooseProblem } from "./import-state.ts";
import { fileProblemWords } from "./import-wording.ts";

/** A place to drop a file on, with a button for those who do not; what was wrong with the last one stands above. */
export function ChooseFile(props: {
  problem: ChooseProblem | null;
  fileName: string;
  /** What takes the focus when this step comes back: what was wrong, or the button. */
  focus: RefObject<(HTMLDivElement & HTMLButtonElement) | null>;
  onFiles(files: readonly File[]): void;
}) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <>
      {props.problem && (
        <Alert
          severity="error"
          variant="outlined"
          ref={props.focus}
          tabIndex={-1}
          sx={{ "&:focus": { outline: "none" } }}
        >
          {props.fileName !== "" && (
            <AlertTitle>
              {t("import.problemTitle", { file: props.fileName })}
            </AlertTitle>
          )}
          {fileProblemWords(props.problem, i18n)} {t("import.nothingDone")}
        </Alert>
      )}
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          event.dataTransfer.dropEffect = "copy";
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          props.onFiles([...event.dataTransfer.files]);
        }}
        sx={{
          border: "1.5px dashed",
          borderColor: over ? "primary.main" : "surface.outline",
          borderRadius: 1.5,
          bgcolor: over ? "soft.primary" : "background.paper",
        }}
      >
        <EmptyState
          icon={<ContactPageOutlined />}
          title={t("import.dropTitle")}
          text={t("import.dropText")}
        >
          <Button
            variant="contained"
            ref={props.problem ? undefined : props.focus}
            onClick={() => input.current?.click()}
          >
            {t("import.choose")}
          </Button>
        </EmptyState>
        <Box
          component="input"
          ref={input}
          type="file"
          multiple
          accept=".vcf,.vcard,.csv,.tsv,.txt,.xlsx,text/vcard,text/x-vcard,text/csv"
          tabIndex={-1}
          aria-hidden
          onChange={(event) => {
            const { files } = event.currentTarget;
            if (files && files.length > 0) props.onFiles([...files]);
            // The same file may be chosen again.
            event.currentTarget.value = "";
          }}
          sx={visuallyHidden}
        />
      </Box>
    </>
  );
}
