import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Puts what helps to find out what is wrong on the clipboard: versions, sizes, counts and the log, nobody's data. */
export function CopyDiagnostics(props: { onDiagnostics(): Promise<string> }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="outlined"
      color="inherit"
      onClick={() => {
        props
          .onDiagnostics()
          .then((text) => navigator.clipboard.writeText(text))
          .then(
            () => setCopied(true),
            () => setCopied(false),
          );
      }}
    >
      <span role="status">
        {t(copied ? "rescue.copied" : "rescue.copyDiagnostics")}
      </span>
    </Button>
  );
}
