import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import type { Meanwhile } from "../../../shared/domain/draft-meanwhile.ts";

/** Over a kept visit: what has become of those whom it names; the text is as it was. */
export function MeanwhileNotes({ told }: { told: readonly Meanwhile[] }) {
  const { t } = useTranslation();
  if (told.length === 0) return null;
  return (
    <Alert
      severity="warning"
      sx={{ "& .MuiAlert-message > div + div": { mt: 0.75 } }}
    >
      {told.map((one, at) => (
        <div key={at}>
          {"was" in one
            ? t(`meanwhile.${one.kind}`, { name: one.name, was: one.was })
            : "name" in one
              ? t(`meanwhile.${one.kind}`, { name: one.name })
              : t(`meanwhile.${one.kind}`)}
        </div>
      ))}
    </Alert>
  );
}
