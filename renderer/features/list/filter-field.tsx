import CloseRounded from "@mui/icons-material/CloseRounded";
import SearchRounded from "@mui/icons-material/SearchRounded";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import type { KeyboardEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useOwnText } from "./use-own-text.ts";

/** The text that the list is filtered by. Escape empties it; Arrow Down and Enter go on to the rows. */
export function FilterField(props: {
  text: string;
  inputRef: RefObject<HTMLInputElement | null>;
  maxWidth?: number;
  onText(text: string): void;
  /** Answers whether there is a row to go to. */
  onRows(key: "ArrowDown" | "Enter"): boolean;
}) {
  const { t } = useTranslation();
  const [typed, type] = useOwnText(props.text, props.onText);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" && typed !== "") {
      event.stopPropagation();
      type("");
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      if (props.onRows(event.key)) event.preventDefault();
    }
  }
  return (
    <TextField
      inputRef={props.inputRef}
      value={typed}
      onChange={(event) => type(event.target.value)}
      onKeyDown={onKeyDown}
      placeholder={t("contacts.filterHint")}
      sx={props.maxWidth === undefined ? {} : { maxWidth: props.maxWidth }}
      slotProps={{
        htmlInput: {
          "aria-label": t("contacts.filter"),
          "aria-keyshortcuts": "Control+F /",
          role: "searchbox",
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchRounded fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: typed !== "" && (
            <IconButton
              edge="end"
              aria-label={t("contacts.clearFilter")}
              onClick={() => type("")}
            >
              <CloseRounded fontSize="small" />
            </IconButton>
          ),
        },
      }}
    />
  );
}
