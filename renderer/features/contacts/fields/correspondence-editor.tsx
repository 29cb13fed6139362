import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EditorProps } from "./editor.ts";

const choices = ["hardCopy", "email"] as const;

/** The preferred channel: letter, e-mail or none. */
export function CorrespondenceEditor(
  props: EditorProps & { readonly value: string | undefined },
) {
  const { t } = useTranslation();
  const left = useRef(false);
  return (
    <TextField
      select
      autoFocus
      value={props.value ?? ""}
      onChange={(event) => {
        left.current = true;
        props.onText(event.target.value, "stay");
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          left.current = true;
          props.onRevert();
        }
      }}
      slotProps={{
        htmlInput: { "aria-label": props.label },
        select: {
          defaultOpen: true,
          onClose: () => {
            if (!left.current) props.onRevert();
          },
        },
      }}
    >
      <MenuItem value="">{t("field.none")}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {t(`correspondence.${choice}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
