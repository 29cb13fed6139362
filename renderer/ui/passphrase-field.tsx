import VisibilityOffOutlined from "@mui/icons-material/VisibilityOffOutlined";
import VisibilityOutlined from "@mui/icons-material/VisibilityOutlined";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState, type Ref } from "react";
import { useTranslation } from "react-i18next";

/** How a passphrase that is typed twice is seen: the second field's eye shows both. */
export interface SharedEye {
  readonly visible: boolean;
  readonly toggle?: () => void;
}

/** A passphrase as dots, or to be read while one types. `problem` is spoken when it appears. */
export function PassphraseField(props: {
  label: string;
  value: string;
  problem?: string | undefined;
  hint?: string | undefined;
  autoFocus?: boolean;
  disabled?: boolean;
  field?: Ref<HTMLInputElement>;
  /** Absent = the field has one of its own; one that cannot be turned is not drawn. */
  eye?: SharedEye;
  onChange(value: string): void;
}) {
  const { t } = useTranslation();
  const [own, setOwn] = useState(false);
  const { visible, toggle }: SharedEye = props.eye ?? {
    visible: own,
    toggle: () => setOwn(!own),
  };
  const words = visible ? t("vault.hide") : t("vault.show");
  return (
    <TextField
      type={visible ? "text" : "password"}
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      error={props.problem !== undefined}
      helperText={props.problem ?? props.hint}
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      inputRef={props.field}
      autoComplete="off"
      slotProps={{
        htmlInput: { spellCheck: false, maxLength: 1000 },
        formHelperText: { role: "status" },
        input: {
          endAdornment: toggle && (
            <InputAdornment position="end">
              <IconButton aria-label={words} title={words} onClick={toggle}>
                {visible ? (
                  <VisibilityOffOutlined sx={{ fontSize: 18 }} />
                ) : (
                  <VisibilityOutlined sx={{ fontSize: 18 }} />
                )}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
